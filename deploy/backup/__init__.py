"""Backups of the embedded parts while everything runs, their proof, and the way back.

places.py       where backups lie: a folder, or a bucket of any S3 server
manifest.py     what a backup says of itself, signed; how manifests follow each other
database.py     the cluster, by PostgreSQL's own programs
objects.py      the object store, by the hashes of what lies in it
secret_parts.py keys and passwords, encrypted to the operator
taking.py       one backup            following.py   one every few minutes, and the log between
bringing.py     a data folder from a backup          proving.py     a backup that was brought back counts
"""
