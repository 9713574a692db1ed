"""Notes to phones that something they hold is new or gone."""
