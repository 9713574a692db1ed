"""`make drill`: a running system is destroyed in five ways and brought back, phones included."""
