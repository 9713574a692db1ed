"""A paper as the page of the agency's seal shows it."""

from admin_ui.shell.scan.sealing import Shown
from schemas.core.desk_papers import DeskPaperView
from schemas.core.problems import Text


def shown(place: str, view: DeskPaperView, against: Text | None) -> Shown:
    """Return a paper, whose page is below `place`, for the page of its seal; `against`: why it gets none."""
    return Shown(
        address=f"{place}/{view.row.id}",
        form=view.row.form,
        title=view.row.title,
        number=view.row.number,
        issued_on=view.row.issued_on,
        signer=f"{view.signer_title} {view.signer_name}".strip(),
        sha256=view.sha256,
        against=against,
    )
