"""Tells open desks that something may have changed, and who looks at a record right now."""
