"""The Excel overview: one module per sheet."""
