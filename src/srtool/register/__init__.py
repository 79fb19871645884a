"""What the officer hands in, and what follows from it by itself."""
