"""The act in the form that it has on the wire, and the acts of the installation itself."""
