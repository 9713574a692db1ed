"""Documents of others that a team obtained on site, as the inspection's page lists them."""
