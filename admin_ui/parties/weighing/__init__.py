"""The sums from which on parties are proposed as one."""
