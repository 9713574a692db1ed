"""Findings: what a person should look at again, as a sentence with its numbers. Written by jobs, weighed by acts."""
