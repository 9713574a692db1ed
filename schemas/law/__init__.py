"""The catalogue, time limits and sanctions as faces show them."""
