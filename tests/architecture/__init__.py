"""House rules that no linter we use can check, as tests, each with its reason."""
