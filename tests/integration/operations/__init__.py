"""The backend on a real PostgreSQL."""
