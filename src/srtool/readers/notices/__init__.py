"""Published notices and open registers as contracts of a register, one module per kind of file."""
