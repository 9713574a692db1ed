"""Findings: doubts about evidence that a person should weigh, each one sentence with its numbers.

Jobs write them; acts (`finding.weighed`) weigh them.
"""
