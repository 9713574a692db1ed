"""Packages: all of one inspection in one file that anybody can check without us."""
