"""The register of outgoing papers."""
