"""Does the same input give the same answer again: two answers held against each other."""
