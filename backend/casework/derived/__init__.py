"""What is derived from the declarations of acts: the table of states, authority, guards, folds, next steps. Pure."""
