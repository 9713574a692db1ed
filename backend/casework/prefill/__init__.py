"""What papers and acts say before anybody types, from what the case, its inspection and its papers say already.

Pure: drafting/ gathers what these functions are given.
"""
