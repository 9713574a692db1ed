"""SQL of sync, offline data, rescue files and evidence export."""
