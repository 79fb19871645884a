"""Rule sets and the differences between them, for a reader."""
