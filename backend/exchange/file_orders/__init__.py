"""Files that officers order: only their asker gets them, a worker makes them, a sweep deletes them after a day."""
