"""What every page stands in: the router, the door, rendering, words that all use, parts of forms."""
