"""The operator's `--reason`, which the ledger or the ring of keys keeps for good."""

from deploy.failures import Failure

_SHORTEST = 3


def reason_of(text: str | None) -> str:
    """Return a reason that will be readable in years.

    Raises Failure if there is none, or its bytes are no UTF-8 text.
    """
    said = (text or "").strip()
    if len(said) < _SHORTEST or not said.isprintable():
        raise Failure(
            'hãy ghi lý do bằng chữ: --reason "…" (ít nhất ba ký tự)',
            'say why, in words: --reason "…" (three characters at least)',
        )
    return said
