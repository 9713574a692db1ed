"""Who sees how certain a rule is."""

from admin_ui.shell.render import AnyRequest, actor_of
from schemas.core.vocabulary import Role


def sees_certainty(request: AnyRequest) -> bool:
    """Tell whether the reader is a legal officer or an auditor: others apply a rule as it is."""
    return actor_of(request).has(Role.LEGAL, Role.AUDITOR)
