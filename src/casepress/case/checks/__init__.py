"""Editorial rules: what is certain enough to be told, and never changed."""
