"""What minutes of goods take over from the case: the decision they carry out, the minutes they rest on."""

from tests.unit.casework.prefill.test_filling import case, filled, paper


def test_minutes_of_a_confiscation_say_by_which_kind_of_decision() -> None:
    """Decree 118/2021, MBB20: a sanction, or a confiscation without one (MQĐ14)."""
    facts = case()
    assert filled("MBB20", facts)["decision_kind"] == "sanction"
    alone = paper("MQĐ14", "10/MQĐ14")
    facts.papers[alone.id] = alone
    assert filled("MBB20", facts)["decision_kind"] == "confiscation"


def test_sealing_minutes_rest_on_the_violation_minutes_only_without_seizure_minutes() -> None:
    """Law Art 125.4 b: goods seized with the violation minutes have no seizure minutes."""
    facts = case()
    assert "violation_minutes_number" not in filled("MBB26", facts)
    facts.papers = {key: one for key, one in facts.papers.items() if one.form != "MBB15"}
    assert filled("MBB26", facts)["violation_minutes_number"] == "1/MBB01"
    assert filled("MBB26", facts)["copies"] == 3
