"""How the lines of a list end, that each begins with "- ".

A list may come from several blocks: fixed lines of the form, rows of a field, one block per measure.
So its ends are set when all of the body is printed, and not by the forms.
"""

from collections.abc import Sequence

from backend.documents.layout.blanks import BLANK
from backend.documents.layout.sheet import Block

_MARK = "- "
_OPEN = (":", "!", "?", "…", "...", BLANK)
"""Ends that stay: what leads on, and what somebody still has to write."""


def end_lists(blocks: Sequence[Block]) -> None:
    """End each line of a list with a semicolon and its last one with a full stop.

    So do the lists of Decree 30/2020 (Appendix I) and of Decree 118/2021's forms.
    """
    for block, after in zip(blocks, [*blocks[1:], None], strict=False):
        if is_line(block):
            block["t"] = [_ended(block["t"][0], last=after is None or not is_line(after))]


def is_line(block: Block) -> bool:
    """Tell whether a block is one line of a list; "- " within a longer text is the writer's own."""
    said = block["t"] if block["k"] == "text" else []
    return len(said) == 1 and isinstance(said[0], str) and said[0].startswith(_MARK)


def _ended(line: str, *, last: bool) -> str:
    said = line.rstrip()
    if "\n" in said or said.endswith(_OPEN):
        return said
    if not said.endswith("v.v."):
        said = said.rstrip(".;,")
    return f"{said}{'.' if last and not said.endswith('.') else ''}{'' if last else ';'}"
