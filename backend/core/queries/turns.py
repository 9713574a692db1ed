"""SQL of a bucket of turns: how often somebody may ask, over all processes."""


def taking(table: str, key: str) -> str:
    """Return SQL that takes one turn of `$1` from a table and returns what is left; no row if none was left.

    `$2` is the size of a full bucket, `$3` how many turns come back in a second. One statement, so that two processes
    never give the same turn twice. The table has the columns `key`, tokens and at.
    """
    back = "least($2::float8, t.tokens + extract(epoch FROM clock_timestamp() - t.at) * $3::float8)"
    return f"""
        INSERT INTO {table} AS t ({key}, tokens, at) VALUES ($1, $2::float8 - 1, clock_timestamp())
        ON CONFLICT ({key}) DO UPDATE SET tokens = {back} - 1, at = clock_timestamp()
        WHERE {back} >= 1
        RETURNING tokens
    """
