"""Reports of units: the list, who sent what, one report with its figures and texts, and its acts."""
