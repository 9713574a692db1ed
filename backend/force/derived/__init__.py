"""Derived from the declared acts about people: who may do what, and what an ask is about."""
