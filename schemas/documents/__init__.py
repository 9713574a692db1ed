"""Papers as they are laid out, and signatures under them."""
