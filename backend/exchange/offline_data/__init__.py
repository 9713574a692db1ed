"""Offline data of a phone: businesses of its area with their history, behaviours, units, days off."""
