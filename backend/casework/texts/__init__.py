"""Words about cases, papers and exceptions, in both languages."""
