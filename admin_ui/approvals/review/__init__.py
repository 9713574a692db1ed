"""The workspace in which a reader goes through what waits: content, remarks and the answer on one page."""
