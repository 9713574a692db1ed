"""Fills papers and acts before anybody types, from the case, its inspection and its papers.

Pure: drafting/ gathers what these functions get.
"""
