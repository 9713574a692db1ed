"""When a block of a form is printed: `when`, as data.

`{"filled": path}` a value is there · `{"is": [path, value, …]}` it is one of these ·
`{"positive": path}` a sum above zero · `{"more": [path, n]}` a list has more than n rows ·
`{"some": [path, condition]}` the condition holds for a row of a list (`row.kind`) ·
`{"all": […]}`, `{"any": […]}`, `{"not": …}`.
"""

from typing import Any

from backend.documents.layout.blanks import BLANK
from backend.documents.layout.prescribed.scope import Scope

Condition = dict[str, Any]


class ConditionUnknown(ValueError):
    """A form's condition is none of those that the layout knows: a fault of the form's file."""


def holds(condition: Condition | None, scope: Scope) -> bool:
    """Tell whether a block is printed. None always holds. Raises ConditionUnknown."""
    if condition is None:
        return True
    ((kind, said),) = condition.items()
    match kind:
        case "filled":
            return filled(scope.value(said))
        case "is":
            return scope.value(said[0]) in said[1:]
        case "positive":
            value = scope.value(said)
            return isinstance(value, int) and value > 0
        case "more":
            rows = scope.value(said[0])
            return isinstance(rows, list) and len(rows) > said[1]
        case "some":
            return any(holds(said[1], row) for row in scope.rows(said[0]))
        case "all":
            return all(holds(one, scope) for one in said)
        case "any":
            return any(holds(one, scope) for one in said)
        case "not":
            return not holds(said, scope)
    raise ConditionUnknown(kind)


def filled(value: Any) -> bool:
    """Tell whether a value was filled in: no blank, no empty text, list or group."""
    if isinstance(value, str):
        return bool(value.strip()) and value != BLANK
    if isinstance(value, dict):
        return any(filled(inner) for inner in value.values())
    return value is not None and value is not False and value != []


def paths(condition: Condition | None) -> list[str]:
    """Return every field that a condition asks about, for the check of a form's file.

    For questions about rows of a list see `of_rows`.
    """
    if condition is None:
        return []
    ((kind, said),) = condition.items()
    match kind:
        case "filled" | "positive":
            return [said]
        case "is" | "more" | "some":
            return [said[0]]
        case "not":
            return paths(said)
    return [path for one in said for path in paths(one)]


def of_rows(condition: Condition | None) -> list[tuple[str, list[str]]]:
    """Return the lists about whose rows a condition asks, each with the fields of its rows."""
    if condition is None:
        return []
    ((kind, said),) = condition.items()
    match kind:
        case "some":
            return [(said[0], paths(said[1]))]
        case "not":
            return of_rows(said)
        case "all" | "any":
            return [found for one in said for found in of_rows(one)]
    return []
