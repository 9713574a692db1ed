"""Declarations of the acts of submissions, routes and absences."""
