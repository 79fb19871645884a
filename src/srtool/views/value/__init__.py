"""What one effort is worth, for a reader or a program."""
