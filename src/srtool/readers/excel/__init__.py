"""Workbooks into raw records: the only readers that know what a cell is."""
