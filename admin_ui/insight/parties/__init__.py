"""A party's page: what is known of it and what happened to it."""
