"""What comes back: the workbook of a supplier, and an earlier report."""
