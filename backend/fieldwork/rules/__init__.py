"""Pure: the life of an inspection, uploads, ranges, what is a finding."""
