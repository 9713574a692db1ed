"""Items of a plan from a workbook: read in a child with limits, previewed, imported whole or not at all."""
