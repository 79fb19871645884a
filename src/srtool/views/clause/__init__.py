"""The paragraph on social return for tender documents, and the reasons for the file."""
