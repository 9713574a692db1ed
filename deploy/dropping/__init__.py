"""Started as root, our own processes give root up: each runs as a user of its own, without capabilities.

root prepares (users, owners of folders, what lies in closed homes), starts, watches, and starts again; it opens no
stranger's byte. Started by anybody else all runs as that person, as it always did.
"""
