"""Words about relations between officers of a team and the party."""

WORDS: dict[str, str] = {
    "relation.title": "Relation to the inspected party",
    "relation.represents": "Representative",
    "relation.said": "You declared",
    "relation.none": "No relation",
    "relation.question": "Are you, or is a spouse, child, parent or sibling of yours, or of your spouse, the inspected "
    "party, or does one of you manage it? (Ordinance 11/2016 Art 23.3)",
    "relation.answer_none": "Nobody",
    "relation.answer_related": "There is a relation",
    "relation.answer_needed": "Choose an answer.",
    "relation.kind": "Relation",
    "relation.kind_empty": "Choose",
    "relation.kind_hint": "Only if there is one.",
    "relation.kind_needed": "Choose the relation.",
    "relation.kind_self": "Myself, or I represent it",
    "relation.kind_spouse": "Spouse",
    "relation.kind_child": "Child",
    "relation.kind_parent": "Parent",
    "relation.kind_sibling": "Sibling",
    "relation.kind_in_law": "Parent, child or sibling of my spouse",
    "relation.same_name": "The decision names somebody with your name ({name}). If there is no relation, give the "
    "reason; it goes to the list of exceptions.",
    "relation.same_name_needed": "Say why the person of the same name is neither you nor a relative.",
    "relation.reason": "Reason, with whom",
    "relation.reason_hint": "Only if there is a relation: with whom. The issuer is told and replaces you.",
    "relation.reason_hint_same": "A relation: with whom. None: why the person of the same name is somebody else.",
    "relation.reason_needed": "Say with whom there is a relation.",
    "relation.do": "Record",
    "relation.open": "Say whether there is a relation",
    "relation.side_none": "Confirmed no relation",
    "relation.side_related": "Declared a relation",
    "relation.side_waits": "Has not said whether there is a relation",
    "relation.related": "{name} declared a relation to the party ({relation}): {reason}",
    "relation.related_do": "The issuer replaces the officer by a decision that amends this one (Circular "
    "27/2020/TT-BCT Art 15). The evidence that the officer recorded stays.",
}
