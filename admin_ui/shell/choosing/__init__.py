"""Searching what a form may name: officers, units, parties, behaviours, instead of a list of a thousand.

matching.py finds options by words; sources.py has the options of each kind, each within the reader's scope; page.py
sends them to combobox.js. Without the script what was typed is resolved by Reader.picked().
"""
