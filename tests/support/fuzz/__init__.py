"""Mutated input of every kind, the command lines that read it, and what no run may do, whatever it was given."""
