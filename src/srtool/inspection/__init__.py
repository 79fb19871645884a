"""First contact with a register: what its columns were taken for, and the questions that unlock most."""
