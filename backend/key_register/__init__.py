"""The register of the server's keys in the database: how running processes hear of a key before it is used."""
