"""Pure rules of fieldwork: decisions, submissions, papers, uploads, ranges, findings."""
