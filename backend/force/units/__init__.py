"""The force as a dated tree of units. Faces call `backend.force.units.service`."""
