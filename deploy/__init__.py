"""Starting and tending the parts: embedded servers, processes, bootstrap, checks. Nothing imports
this but `cli.py`.
"""
