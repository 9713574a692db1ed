"""How far a demonstration's history is."""
