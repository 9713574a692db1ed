"""Words of intake: information that came in, its acts, and what pages show of it."""
