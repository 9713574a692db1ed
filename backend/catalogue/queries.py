"""SQL of the catalogue: none but the desk's own folding of letters, so that one search finds alike everywhere."""

from backend import database


async def fold(texts: list[str]) -> list[str]:
    """The texts in lower case and without diacritics, in their order, as fold() has them in every index."""
    rows = await database.fetch(
        "SELECT fold(t.text) AS folded FROM unnest($1::text[]) WITH ORDINALITY AS t (text, n) ORDER BY t.n",
        texts,
    )
    return [row["folded"] for row in rows]
