"""The engine of Word documents: a text in blocks, and the file that it becomes."""
