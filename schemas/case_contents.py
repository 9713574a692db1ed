"""The content of each act of a case: what schemas.acts.CONTENTS takes in. Each stands beside its struct."""

from schemas import case_acts, case_execution_acts, case_side_acts
from schemas.base import Wire

CASE_CONTENTS: dict[str, type[Wire]] = (
    case_acts.CONTENTS | case_execution_acts.CONTENTS | case_side_acts.CONTENTS
)
