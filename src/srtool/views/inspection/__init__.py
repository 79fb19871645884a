"""First contact with a register, on a terminal."""
