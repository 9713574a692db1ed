"""What an operator says in `--reason`: it stands in the ledger, or in the ring of keys, for good."""

from deploy.failures import Failure

_SHORTEST = 3


def reason_of(text: str | None) -> str:
    """A reason that one can read in years. Raises Failure for none, and for bytes that are no text in UTF-8."""
    said = (text or "").strip()
    if len(said) < _SHORTEST or not said.isprintable():
        raise Failure(
            'hãy ghi lý do bằng chữ: --reason "…" (ít nhất ba ký tự)',
            'say why, in words: --reason "…" (three characters at least)',
        )
    return said
