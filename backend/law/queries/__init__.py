"""SQL of the catalogue: published versions and proposals to change them."""
