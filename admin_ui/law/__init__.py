"""Pages of the law: the catalogue of behaviours and its versions."""
