"""The file of a case as one ZIP: its PDF, and beside it every original as it was signed or sent."""
