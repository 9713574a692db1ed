"""Acts of informations, one declaration each."""
