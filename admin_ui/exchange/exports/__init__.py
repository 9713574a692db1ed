"""Lists as files: the form that asks for one, how far it is, the download."""
