"""What the workspace shows of a file or a draft of minutes."""
