"""Publication of law is submitted for approval as everything is: the catalogue's own acts stay."""
