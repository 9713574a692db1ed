"""Evidence packages of many records: ordered at the desk, made by a worker one by one, taken as one file."""
