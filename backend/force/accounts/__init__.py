"""Officers, their roles, credentials, sessions and devices. Faces call `backend.force.accounts.service`."""
