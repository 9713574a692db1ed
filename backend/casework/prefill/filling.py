"""Fills a form from its case: form schema, facts and inputs come in, fields go out. Pure.

Unknown fields are left out. The form's own validation then tells which ones a person must write.
"""

from typing import Any

from backend.casework.prefill import parts
from backend.casework.prefill.common import COMMON
from backend.casework.prefill.context import Context
from backend.casework.prefill.custody import CUSTODY
from backend.casework.prefill.decisions import DECISIONS
from backend.casework.prefill.inspection_work import INSPECTION_WORK
from backend.casework.prefill.minutes import MINUTES
from backend.casework.prefill.proposals import PROPOSALS
from backend.casework.prefill.searches import SEARCHES
from backend.documents import service as documents
from backend.documents.rules import filling as filling_rules
from backend.law import form_facts

OWN = MINUTES | DECISIONS | PROPOSALS | CUSTODY | SEARCHES | INSPECTION_WORK
"""The fields of one form alone, besides those that all forms have in common."""
FORMS = frozenset(form for family in form_facts.families().values() for form in family)
"""Every form that can be begun at the desk in a case. The inspection decision and its minutes are
made in their own ways."""


def fill(schema: dict[str, Any], context: Context) -> dict[str, Any]:
    """Return the fields of a new paper, as far as the case knows them."""
    own = OWN.get(context.form, {})
    found: dict[str, Any] = {}
    for name in schema["properties"]:
        tell = own.get(name) or COMMON.get(name)
        found[name] = tell(context) if tell else None
    fields: dict[str, Any] = parts.without_nothing(found, schema)
    if "x-body" in schema:  # such a form says by itself who gets it: Như Điều n, Lưu
        fields.pop("recipients", None)
    if "legal_bases" in schema["properties"]:
        fields["legal_bases"] = bases(schema, fields)
    return fields


def bases(schema: dict[str, Any], fields: dict[str, Any]) -> list[str]:
    """Return the legal bases in the form's own order, without those whose slot nothing fills.

    The sanction decree is that of the behaviours' provisions; several decrees are several bases.
    """
    if "x-body" in schema:
        return documents.bases(schema, fields)
    return filling_rules.bases(schema, fields)
