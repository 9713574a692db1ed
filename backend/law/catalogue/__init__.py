"""The catalogue: behaviours that are fined, and days off, as dated data files of this package."""
