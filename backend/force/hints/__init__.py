"""The hints of the desk that officers put away."""
