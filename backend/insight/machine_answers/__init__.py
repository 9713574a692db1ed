"""What other systems get under keys of their own. Faces call `backend.insight.machine_answers.service`."""
