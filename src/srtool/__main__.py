"""python -m srtool."""

from srtool.cli import main

main()
