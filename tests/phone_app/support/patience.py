"""How long the officers' stories wait for a screen, in one place."""

PATIENCE_MS = 30_000
"""For whatever a screen is to show or do, in milliseconds.

Three browsers with their servers on two cores need seconds for a page, for a key from a PIN or for a
first sync. A wait ends as soon as the screen is there, so only a fault waits this long.
"""
