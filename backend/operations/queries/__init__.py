"""SQL of operations: whole tables and counts, mostly without any officer's scope."""
