"""Rules of the check-up: what is known of an installation goes in, sentences with a level come out. Pure."""
