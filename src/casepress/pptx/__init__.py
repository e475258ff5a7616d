"""The writing of presentations: template, slides, charts, package, preflight."""
