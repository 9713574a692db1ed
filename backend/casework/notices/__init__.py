"""What an officer reads of what he was told: time limits with the number and the party of their case."""
