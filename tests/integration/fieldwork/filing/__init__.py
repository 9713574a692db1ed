"""Documents of others that a team obtains on site, filed from the phone."""
