"""PostgreSQL and SeaweedFS from their wheels, as children of the process that starts them.

Both listen on 127.0.0.1 only, accept only random secrets, and end when their parent ends, in
whatever way. The wheels' own starters are not used: they trust local users, write lock files on
import, or listen on every address.
"""
