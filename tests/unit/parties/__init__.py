"""The register of parties: rules."""
