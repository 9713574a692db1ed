"""Proposing an inspection at the desk (ĐX)."""
