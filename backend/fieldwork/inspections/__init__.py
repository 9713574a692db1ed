"""An inspection from its decision to its ruling: a table of states, and a fold over acts."""
