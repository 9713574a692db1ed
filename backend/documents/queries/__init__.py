"""SQL of certificates and of the releases of forms."""
