"""Files with rule sets into typed records, with every mistake in them."""
