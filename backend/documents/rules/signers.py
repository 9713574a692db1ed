"""Who signs a form, as the form itself says it: in which role, and in which of its fields he is named. Pure."""

from typing import Any

ROLES = ("issuer", "maker", "leader", "reporter", "proposer", "chair")
"""Under which of its roles the officer who issues a paper signs, the first that the form has."""
WHERE = {
    "leader": "leader",
    "member": "members",
    "maker": "maker",
    "chair": "chair",
    "keeper": "keeper",
    "interpreter": "interpreter",
    "witness": "witnesses",
    "authority": "authority",
    "victim": "victims",
    "issuer": "signer",
    "proposer": "proposer",
}
"""In which field of a form those who sign in a role are named."""


def own_role(schema: dict[str, Any]) -> str | None:
    """The role of the officer who issues a paper of this form; None where the form has no place for him."""
    known = [one["role"] for one in schema.get("x-signers", [])]
    return next((role for role in ROLES if role in known), None)


def named(schema: dict[str, Any], fields: dict[str, Any]) -> dict[str, Any] | None:
    """Whom the fields name as the officer who issues the paper; None where the form does not ask for him."""
    role = own_role(schema)
    found = fields.get(WHERE[role]) if role in WHERE else None
    return found if isinstance(found, dict) else None
