"""Backups of the embedded parts of a running system, their proof, and the restore.

places.py       where backups are stored: a folder, or a bucket of any S3 server
manifest.py     the signed description of a backup; how manifests follow each other
database.py     the cluster, by PostgreSQL's own programs
objects.py      the object store, by the hashes of its contents
secret_parts.py keys and passwords, encrypted to the operator
taking.py       one backup            following.py   one every few minutes, and the log between
bringing.py     a data folder from a backup          proving.py     a restored backup counts as proven
"""
