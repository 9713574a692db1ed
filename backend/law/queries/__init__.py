"""SQL of the catalogue: versions that were published and proposals to change them."""
