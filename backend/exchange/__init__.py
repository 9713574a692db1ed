"""Exchange with phones and outsiders: sync, offline data, rescue files, evidence export."""
