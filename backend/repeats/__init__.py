"""Repeat offenders: what was found about a party before, each match with its reason."""
