"""Who signs a form, as the form states it: in which role, and named in which field. Pure."""

from typing import Any

ROLES = ("issuer", "maker", "leader", "reporter", "proposer", "chair")
"""Roles in which the officer who issues a paper signs. The first that the form has applies."""
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
    "provider": "providers",
    "issuer": "signer",
    "proposer": "proposer",
    "receiver": "receivers",
    "finance": "finance",
    "specialist": "specialist",
    "section": "section",
    "householder": "householder",
    "expert": "expert",
}
"""The field of a form that names the signers in a role."""


def own_role(schema: dict[str, Any]) -> str | None:
    """Return the role of the officer who issues a paper of this form; None if the form has none."""
    known = [one["role"] for one in schema.get("x-signers", [])]
    return next((role for role in ROLES if role in known), None)


def named(schema: dict[str, Any], fields: dict[str, Any]) -> dict[str, Any] | None:
    """Return the officer who issues the paper, as named in the fields; None if they name nobody."""
    role = own_role(schema)
    found = fields.get(WHERE[role]) if role in WHERE else None
    return found if isinstance(found, dict) else None
