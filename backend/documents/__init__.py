"""Forms and papers: what a document of the force must contain, how it is laid out and signed."""
