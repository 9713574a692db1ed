"""The law as dated data and pure functions: behaviours, time limits, competence, sanctions."""
