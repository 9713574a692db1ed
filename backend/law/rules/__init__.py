"""Pure rules: counting time, computing sanctions, who may decide what, parsing the law's data."""
