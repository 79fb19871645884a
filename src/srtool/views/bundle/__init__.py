"""Proposals to combine contracts, for a reader or a program."""
