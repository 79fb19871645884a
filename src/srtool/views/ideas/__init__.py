"""What suppliers did or could do, as lines, JSON and CSV."""
