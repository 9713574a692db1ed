"""SQL of operations: whole tables and counts. No person's scope is involved."""
