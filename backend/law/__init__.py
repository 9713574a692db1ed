"""The law as dated data and pure engines: catalogue of behaviours, time limits, competence, sanctions."""
