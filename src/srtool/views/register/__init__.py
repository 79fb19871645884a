"""A register for the officer to fill in: TOML, workbook, schema, and the workbook of a supplier."""
