"""The notices that an officer reads: time limits with the number and the party of their case."""
