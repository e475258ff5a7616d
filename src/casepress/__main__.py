"""Run the command line with ``python -m casepress``."""

from casepress.cli.main import run

run()
