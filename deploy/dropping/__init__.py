"""Gives up root: processes that root starts run as users of their own, without capabilities.

root prepares (users, owners of folders, views of closed homes), starts, watches and restarts; it
handles no untrusted bytes. Started by any other user, everything runs as that user.
"""
