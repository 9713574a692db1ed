"""Pages of cases: acts, issued documents, sanctions, time limits, the public check."""
