"""The register of parties on a real database."""
