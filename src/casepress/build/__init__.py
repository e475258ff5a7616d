"""Run the pipeline: a case in, files out, with a report of what was made and what was found.

Nothing is imported here: the command line forks a worker (``build.workers``) before anything
heavy.
"""
