"""Forms, numbers and papers: what a document of the force must contain and how it is called."""
