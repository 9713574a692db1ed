"""Answers questions to the law book without any case: the same rules that govern cases."""
