"""The workbook engine: tables, charts, cells and pages, without a subject."""
