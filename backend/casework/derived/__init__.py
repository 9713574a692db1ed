"""What is derived from the declared acts: state table, authority, guards, folds, next steps.

Pure.
"""
