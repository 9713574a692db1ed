"""Words of submission for approval: what is submitted, by which route, and what was answered."""
