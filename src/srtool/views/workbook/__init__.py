"""The Excel overview: one module per sheet, over the workbook they stand in and the tables they share."""
