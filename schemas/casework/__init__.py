"""Cases: states, acts, views, exceptions, prior offences."""
