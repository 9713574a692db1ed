"""The words of the cases for reasons of the one door, by the code of the refusal.

The sentence of a reason is the refusal's own (backend/casework/texts). A code without a word here is
its own word.
"""

WHY: dict[str, str] = {
    "case_change_late": "too_late",
    "case_change_statute": "too_late",
    "case_complaint_court": "not_the_resolver",
    "case_complaint_first": "not_the_resolver",
    "case_complaint_head": "not_the_resolver",
    "case_complaint_late": "too_late",
    "case_complaint_superior": "not_the_resolver",
    "case_confiscation_witness": "witness_missing",
    "case_confiscation_witnesses": "two_witnesses_needed",
    "case_crime_suspended_first": "suspend_first",
    "case_decision_late": "time_limit_lapsed",
    "case_enforce_early": "term_not_over",
    "case_exhibits_open": "exhibits_open",
    "case_explanation_late": "too_late",
    "case_file_minutes": "minutes_needed",
    "case_file_minutes_then": "minutes_needed",
    "case_file_no_minutes": "no_minutes_there",
    "case_minutes_deny": "right_to_explain_denied",
    "case_lapse_early": "statute_runs",
    "case_legal_warning": "warning",
    "case_minutes_stand": "verification_minutes_instead",
    "case_needs_authority": "not_the_decider",
    "case_no_explanation_right": "no_right",
    "case_no_new_decision": "no_new_decision",
    "case_notice_missing": "notices_missing",
    "case_notice_order": "first_notice_missing",
    "case_notice_waits": "waiting_time",
    "case_notice_year": "waiting_time",
    "case_partial_cause": "cause_not_provided",
    "case_partial_lapsed": "statute_over",
    "case_partial_late": "too_late",
    "case_pay_treasury": "pay_treasury",
    "case_publish_field": "field_not_listed",
    "case_publish_why": "no_great_damage",
    "case_remedies_only": "only_remedies",
    "case_statute_over": "statute_lapsed",
    "case_suspended_long": "longer_than_the_rest",
    "case_waiver_stands": "goods_to_be_destroyed",
    "case_verified_first": "verification_minutes_first",
}


def of(code: str) -> str:
    """Return the word for a refusal."""
    return WHY.get(code, code.removeprefix("case_"))
