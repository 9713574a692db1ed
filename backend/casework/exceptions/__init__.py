"""The list of exceptions: written from acts, checked afterwards by the level above or an auditor."""
