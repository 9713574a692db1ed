"""The work diary of a unit (NK): lines that acts write, the leader's confirmation, notes, exports."""
