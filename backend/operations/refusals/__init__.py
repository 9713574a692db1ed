"""Requests that were refused: who asked for what, and why not; counted, and told of where they come in a burst."""
