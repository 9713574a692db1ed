"""What each act of backend/casework/acts/intake.py is called, what it means, and its sentence in the story."""

WORDS: dict[str, str] = {
    "case_acts.do_information.received": "Take information in",
    "case_acts.why_information.received": "Records what came in and from where; the head of the unit is told at "
    "once (Circular 27/2020 Arts 8, 9).",
    "case_story.information.received": "Information received from {source}[ by {channel}] at {received_at}[ "
    "about {party}]; case {opening}.",
    "case_acts.do_plan_item.entered": "Enter an item of a plan",
    "case_acts.why_plan_item.entered": "A party in an approved plan. Each party is inspected once a year on the "
    "same content (Ordinance 11/2016 Art 20.1).",
    "case_story.plan_item.entered": "Item of the {plan_kind} plan {plan_number} of {year}: {party}, to be "
    "inspected from {expected_from} to {expected_to}; case {opening}.",
    "case_acts.do_inspection.proposed": "Propose an inspection",
    "case_acts.why_inspection.proposed": "Names basis, party, contents, duration and the violation expected "
    "(Circular 27/2020 Art 11). Information of kinds c to e is verified first.",
    "case_story.inspection.proposed": "Inspection of {party} proposed from {proposed_start}, {duration_days} "
    "working days[; case {opening}].",
    "case_acts.do_case.opened": "Open a case from an inspection",
    "case_acts.why_case.opened": "The inspection minutes are submitted and the inspection has no case yet "
    "(Circular 27/2020 Art 18).",
    "case_story.case.opened": "Case {opening} opened from the inspection under decision {decision_number} of "
    "{party}.",
    "case_acts.do_verification.assigned": "Assign verification",
    "case_acts.why_verification.assigned": "Named officers check and verify the information by a day (Circular "
    "27/2020 Art 9.2).",
    "case_story.verification.assigned": "{officers} to verify by {due_on}[ under {document_id}].",
    "case_acts.do_information.forwarded": "Forward the information",
    "case_acts.why_information.forwarded": "The unit is not competent: it forwards, with a copy to both "
    "superiors inside the force (Circular 27/2020 Art 9.3).",
    "case_story.information.forwarded": "Information forwarded to {to}[ with {document_id}].",
    "case_acts.do_proposal.rejected": "Turn the proposal down",
    "case_acts.why_proposal.rejected": "The proposal is turned down; the case ends here.",
    "case_story.proposal.rejected": "The proposal was turned down.",
    "case_acts.do_adhoc_plan.issued": "Issue the ad-hoc plan",
    "case_acts.why_adhoc_plan.issued": "The signed plan (PA) precedes an ad-hoc decision (Circular 27/2020 Art 12).",
    "case_story.adhoc_plan.issued": "Ad-hoc plan issued ({document_id}), from {start_on} to {end_on}.",
    "case_acts.do_decision.linked": "Link the inspection decision",
    "case_acts.why_decision.linked": "A team of 2 or more, a leader whose card is valid, no conflict of interest "
    "(Ordinance 11/2016 Art 23, Circular 27/2020 Art 15). Ad hoc without a plan: state the emergency (Art 12).",
    "case_story.decision.linked": "Inspection decision {decision_number} linked[ ({planned})][; emergency: "
    "{emergency}].",
}
