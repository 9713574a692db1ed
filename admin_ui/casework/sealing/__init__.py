"""The agency's digital seal on a paper, by the clerk."""
