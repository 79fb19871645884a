"""Whether the same input gave the same answer again, in words."""
