"""Where contracts stand, for a reader, a program or a calendar."""
