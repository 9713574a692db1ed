"""Officers, their roles, credentials, sessions and devices. Faces call `backend.accounts.service`."""
