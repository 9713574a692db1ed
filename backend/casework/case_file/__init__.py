"""A case's file as one PDF: cover, contents list, every paper under its sheet numbers, the signed originals inside."""
