"""Items of plans as a workbook."""
