"""Acts about officers, units and devices: what administrators do goes through the one door as well."""

from schemas.base import Wire

PEOPLE_CONTENTS: dict[str, type[Wire]] = {}
