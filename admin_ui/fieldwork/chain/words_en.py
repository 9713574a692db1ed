"""Words of the way from the proposal to the decision."""

WORDS: dict[str, str] = {
    "chain.proposal_pdf": "The proposal (PDF)",
    "chain.title": "From proposal to decision",
    "chain.proposed": "Proposal (ĐX)",
    "chain.drafted": "Decision drafted",
    "chain.returned": "Proposal returned",
    "chain.plan": "Ad-hoc plan (PA)",
    "chain.emergency": "Emergency, no plan before it",
    "chain.decision": "Inspection decision (QĐ-KT)",
    "chain.hand_signed": "Begun on site from a hand-signed decision",
    "chain.given_up": "Paper given up",
    "chain.amended": "Amended (QĐ-SĐBSKT)",
    "chain.extended": "Extended (QĐ-KDGH)",
    "chain.withdrawn": "Decision withdrawn",
    "chain.lapsed": "Decision lapsed",
    "chain.informations": "From {count} informations:",
    "chain.risk_flight": "the subject may flee",
    "chain.risk_dispersal": "goods may be dispersed or destroyed",
    "chain.risk_harm": "harm could not be prevented or limited in time",
    "chain.part_contents": "Contents",
    "chain.part_place": "Place",
    "chain.part_team": "Team",
    "chain.part_duration_days": "Working days on site",
    "chain.begins_at_once": "An ad-hoc inspection begins at once when its decision is issued (Ordinance "
    "11/2016 Art 19.3).",
    "chain.begins_late": "The day of issue is over, and it was not announced.",
    "chain.begins_by": "It begins by the end of {day}: 5 working days from its issue (Ordinance 11/2016 "
    "Art 19.3).",
    "chain.starts_later": "The draft begins on {day}, but an ad-hoc inspection begins at once (Ordinance "
    "11/2016 Art 19.3).",
}
