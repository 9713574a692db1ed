"""Pure rules of cases: facts, groups of states, guards and what follows from them."""
