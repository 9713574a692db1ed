"""The act as it stands on the wire, and the acts of the installation itself."""
