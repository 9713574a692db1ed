"""Accounts of machines: other systems that read sums and published law. Faces call `backend.force.machines.service`."""
