"""The content of each act of a case, for schemas.ledger.acts.CONTENTS.

Each is declared beside its struct.
"""

from schemas.casework.acts import beside as case_side_acts
from schemas.casework.acts import complaints as case_complaint_acts
from schemas.casework.acts import dispatching as case_dispatching_acts
from schemas.casework.acts import execution as case_execution_acts
from schemas.casework.acts import exhibits as case_exhibit_acts
from schemas.casework.acts import handed as case_handed_acts
from schemas.casework.acts import intake as case_intake_acts
from schemas.casework.acts import notices as case_notices
from schemas.casework.acts import outside as case_outside_acts
from schemas.casework.acts import proceedings as case_acts
from schemas.casework.acts import rule_sets as case_rule_set_acts
from schemas.core.base import Wire

CASE_CONTENTS: dict[str, type[Wire]] = (
    case_intake_acts.CONTENTS
    | case_handed_acts.CONTENTS
    | case_acts.CONTENTS
    | case_outside_acts.CONTENTS
    | case_execution_acts.CONTENTS
    | case_exhibit_acts.CONTENTS
    | case_notices.CONTENTS
    | case_complaint_acts.CONTENTS
    | case_side_acts.CONTENTS
    | case_rule_set_acts.CONTENTS
    | case_dispatching_acts.CONTENTS
)
