"""Pages below a paper's own page that all kinds of papers share: its files, its scan, the comparison, the seal.

A group that has papers gives where its pages are, its service, and what its templates say otherwise.
"""
