"""The plan before an ad-hoc decision (PA): its form."""
