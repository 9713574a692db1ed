"""Documents of others that a team obtained on site: their bytes, and who may read them."""
