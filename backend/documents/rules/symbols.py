"""The symbol of a paper's number. Most forms have one; MQĐ04 has one for each thing it can decide."""

from typing import Any


def symbol(schema: dict[str, Any], fields: dict[str, Any]) -> str:
    """Return the symbol of a paper with these fields: QĐ-GTP or QĐ-MTP (Decree 118/2021, MQĐ04).

    `x-symbols` names a choice of the form and the symbol of each of its values; without a value, and
    in all other forms, it is `x-symbol`.
    """
    by_choice = schema.get("x-symbols")
    found = by_choice["symbols"].get(fields.get(by_choice["field"])) if by_choice else None
    return str(found or schema["x-symbol"])
