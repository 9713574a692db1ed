"""Informations without a face: only the door has to know the groups."""

from backend import registry

registry.open_all()
