"""What suppliers did or could do in a category, and which of it fits a CPV code, a word or a contract."""
