"""Statistics: figures of a unit in a period, compared, told apart, each with the records behind it."""
