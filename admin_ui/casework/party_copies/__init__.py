"""Handing a paper's copy to its party."""
