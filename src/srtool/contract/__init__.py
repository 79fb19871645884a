"""One contract: what it is, asks and owes, and what efforts count for; every number with its steps."""
