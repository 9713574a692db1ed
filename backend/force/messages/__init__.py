"""Short messages to phones. Faces call `backend.force.messages.service`."""
