"""Cases: from the first information, or an inspection, to the closed file; a list of acts like everything."""
