"""Informations: registered, judged, listed, shown."""
