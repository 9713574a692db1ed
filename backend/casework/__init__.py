"""Case files: acts, clocks, prefill, drafts, issued papers, exhibits.

Also the public check of papers, prior offences, and the file as PDF.
"""
