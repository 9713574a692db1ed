"""House law as a program: what no linter that we use can say, said here with its reason."""
