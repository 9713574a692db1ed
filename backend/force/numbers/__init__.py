"""Numbers of documents (Circular 22/2021 Art 6): unique per year, form and issuer, without gaps, never used twice."""
