"""Running the system: jobs, health, verification, migrations, restores, refused requests."""
