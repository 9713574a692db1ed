"""Digital signatures of documents (PAdES), officers' certificates, and the checking of signatures."""
