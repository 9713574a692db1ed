"""From which sum of reasons on two parties are proposed as one."""
