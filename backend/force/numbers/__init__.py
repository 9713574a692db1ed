"""Numbers of documents (Circular 22/2021 Art 6): unique per year, form and issuer, no gaps."""
