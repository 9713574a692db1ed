"""Contents of printed papers, and signatures under them."""
