"""Information that came in: who is told, who verifies it, and what became of it (Circular 27/2020 Arts 8 to 10)."""
