"""The register of businesses and persons that are inspected."""
