"""All acts of an information as the desk describes them."""

from admin_ui.intake.acts import proceedings, relating, tips
from admin_ui.intake.acts.describing import Described
from schemas.intake.words import InformationAct

DESCRIBED: dict[InformationAct, Described] = {
    one.wire: one for one in (*tips.ALL, *proceedings.ALL, *relating.ALL)
}
"""By name. Every act of an information is here: tests/unit/admin_ui/intake."""


def address(information_id: object, kind: InformationAct) -> str:
    """Return where the act is done; the information's own page if the system records it."""
    base = f"/desk/informations/{information_id}"
    one = DESCRIBED[kind]
    if one.fields:
        return f"{base}/acts/{kind}"
    return f"{base}/{one.elsewhere}" if one.elsewhere else base
