"""Cases, from the first information or an inspection to the closed file. A case is a list of acts."""
