"""The clocks of cases: stored with each act, listed as due, reported to officers."""
