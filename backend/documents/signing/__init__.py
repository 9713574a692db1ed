"""Digital signatures under documents (PAdES), the officers' certificates, and what anybody can check of a document."""
