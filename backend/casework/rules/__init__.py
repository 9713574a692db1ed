"""Pure: facts, the state table, guards, folds and what follows from them."""
