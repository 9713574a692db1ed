"""A case's file as one PDF: cover, contents list, every paper, and the signed originals inside."""
