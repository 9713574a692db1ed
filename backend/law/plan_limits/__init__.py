"""Dated data about inspection plans: Circular 27/2020's calendar, and one planned inspection a year."""
