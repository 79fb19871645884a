"""Findings for a reader or a program."""
