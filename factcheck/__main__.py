"""`python -m factcheck` is the command."""

from factcheck.cli import main

main()
