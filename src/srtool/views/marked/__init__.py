"""A copy of the officer's own file with findings in it: everything that was there keeps its bytes."""
