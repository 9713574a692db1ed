"""An inspection from its decision to its ruling: judging acts, folding them, and reading them."""
