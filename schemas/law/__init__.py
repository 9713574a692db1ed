"""Views of the catalogue, time limits and sanctions."""
