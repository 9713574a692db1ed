"""Piccolo tables of casework."""
