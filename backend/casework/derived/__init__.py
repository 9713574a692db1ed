"""What is derived from the declared acts: states, authority, guards, folds, next steps. Pure."""
