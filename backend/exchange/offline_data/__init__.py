"""What a phone knows of its area without a signal: businesses with their history, behaviours, units, days off."""
