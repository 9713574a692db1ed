"""Pure: counting time, reckoning sanctions, who may decide what, reading the files of law."""
