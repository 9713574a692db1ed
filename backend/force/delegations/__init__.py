"""The register of delegations: what a deputy may decide for his head, and since when (Decree 118/2021 Art 10)."""
