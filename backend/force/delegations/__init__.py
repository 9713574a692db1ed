"""The register of delegations (Decree 118/2021 Art 10): what deputies may decide, since when."""
