"""What a published notice says, and how that compares with a register: pure, whatever the file it came from."""
