"""The papers of a plan: the plan itself, as it is signed (KH)."""
