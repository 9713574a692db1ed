"""The stream by which an open page learns that it is out of date, and who else looks at it."""
