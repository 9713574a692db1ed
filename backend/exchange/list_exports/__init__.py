"""Lists as files: asked for at a page of the desk, written by a worker from one snapshot, taken by who asked."""
