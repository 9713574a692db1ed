"""The alert rules that we ship name numbers that a scrape has, and fire on what they are for."""

import re
import shutil
import subprocess
from pathlib import Path
from typing import Any

import httpx
import pytest
import yaml
from prometheus_client.parser import text_string_to_metric_families

from deploy import surroundings

RULES = surroundings.ROOT / "deploy" / "recipes" / "alerts.yml"
PROMTOOL = shutil.which("promtool")
_BY_PROMETHEUS = {"up"}
_NAME = re.compile(r"\bhientruong_[a-z_]+\b")
_LABEL = re.compile(r'(hientruong_[a-z_]+)\{([a-z]+)(?:=~|!~|=|!=)"')
_BY = re.compile(r"by \(([a-z, ]+)\) \((?:max_over_time\(|rate\(|increase\()?(hientruong_[a-z_]+)")
_NOTED = ("instance", "le")


def rules() -> list[dict[str, Any]]:
    """All of them."""
    [group] = yaml.safe_load(RULES.read_text(encoding="utf-8"))["groups"]
    found: list[dict[str, Any]] = group["rules"]
    return found


async def test_every_number_that_an_alert_names_is_in_a_scrape(client: httpx.AsyncClient) -> None:
    families = list(text_string_to_metric_families((await client.get("/metrics")).text))
    told = {family.name for family in families}
    told |= {sample.name for family in families for sample in family.samples}
    # A counter without a sample yet is told by its HELP line alone, a histogram by its family.
    told |= {f"{family.name}_total" for family in families if family.type == "counter"}
    told |= {f"{family.name}_bucket" for family in families if family.type == "histogram"}
    named = {name for rule in rules() for name in _NAME.findall(rule["expr"])}
    assert len(named) > 10
    assert named - told == set()
    assert "hientruong_seal_lag_seconds" in named


async def test_every_label_that_an_alert_names_is_one_of_its_number(
    client: httpx.AsyncClient,
) -> None:
    text = (await client.get("/metrics")).text
    has: dict[str, set[str]] = {}
    for family in text_string_to_metric_families(text):
        for sample in family.samples:
            has.setdefault(sample.name, set()).update(sample.labels)
    for rule in rules():
        named = {(name, label) for name, label in _LABEL.findall(rule["expr"])}
        for labels, name in _BY.findall(rule["expr"]):
            named |= {(name, label.strip()) for label in labels.split(",")}
        for name, label in named:
            if label not in _NOTED and name in has:
                assert label in has[name], (rule["alert"], name, label)


def test_every_alert_says_in_both_languages_what_it_is_and_what_to_do() -> None:
    for rule in rules():
        assert rule["labels"]["severity"] in ("page", "ticket"), rule["alert"]
        assert " / " in rule["annotations"]["summary"], rule["alert"]
        action = rule["annotations"]["action"]
        if action.startswith("docs/runbooks/"):
            assert (surroundings.ROOT / action).is_file(), action
        else:
            assert " / " in action, rule["alert"]


def never_proven(age: int | None) -> dict[str, Any]:
    """`backup --every` runs since yesterday; what was proven last is so many seconds old, or nothing ever was."""
    series = [{"series": 'hientruong_backup_log_kept_bytes{instance="a"}', "values": "0x1500"}]
    if age is not None:
        proven = 'hientruong_backup_age_seconds{instance="b"}'
        series.append({"series": proven, "values": f"{age}x1500"})
    firing = {"labels": '{alertname="HientruongBackupNeverProven"}', "value": 1}
    expr = 'count by (alertname) (ALERTS{alertstate="firing"})'
    return {
        "interval": "1m",
        "input_series": series,
        "promql_expr_test": [
            {"expr": expr, "eval_time": "23h", "exp_samples": []},
            {"expr": expr, "eval_time": "24h30m", "exp_samples": [firing] * (age is None)},
        ],
    }


@pytest.mark.long
@pytest.mark.skipif(PROMTOOL is None, reason="no promtool: apt install promtool")
def test_prometheus_itself_reads_the_rules_and_they_fire(tmp_path: Path) -> None:
    cases = tmp_path / "cases.yml"
    cases.write_text(
        yaml.safe_dump(
            {
                "rule_files": [str(RULES)],
                "evaluation_interval": "1m",
                "tests": [
                    {
                        "interval": "1m",
                        "input_series": [
                            {
                                "series": 'hientruong_seal_lag_seconds{instance="a"}',
                                "values": "90x9",
                            },
                            {
                                "series": 'hientruong_seal_lag_seconds{instance="b"}',
                                "values": "90x9",
                            },
                            {"series": "hientruong_backup_age_seconds", "values": "604801x9"},
                            {
                                "series": 'hientruong_processes{kind="worker",instance="a"}',
                                "values": "0x9",
                            },
                        ],
                        "promql_expr_test": [
                            {
                                "expr": 'count by (alertname) (ALERTS{alertstate="firing"})',
                                "eval_time": "8m",
                                "exp_samples": [
                                    {
                                        "labels": '{alertname="HientruongBackupNotProven"}',
                                        "value": 1,
                                    },
                                    {"labels": '{alertname="HientruongNoWorker"}', "value": 1},
                                    {"labels": '{alertname="HientruongSealLag"}', "value": 1},
                                ],
                            }
                        ],
                    },
                    *(never_proven(age) for age in (None, 60)),
                ],
            }
        )
    )
    told = subprocess.run(
        [PROMTOOL, "test", "rules", str(cases)], capture_output=True, text=True, check=False
    )
    assert told.returncode == 0, told.stdout + told.stderr


def test_an_alarm_that_a_runbook_begins_with_leads_to_that_runbook() -> None:
    actions = {rule["alert"]: rule["annotations"]["action"] for rule in rules()}
    named = 0
    for page in sorted((surroundings.ROOT / "docs" / "runbooks").glob("*.md")):
        begins = page.read_text(encoding="utf-8").partition("## Do")[0]
        for alarm in re.findall(r"Hientruong[A-Z][A-Za-z]+", begins):
            assert page.name in actions[alarm], (alarm, page.name)
            named += 1
    assert named >= 8
    pages = {name for action in actions.values() for name in re.findall(r"[a-z-]+\.md", action)}
    places = {path.name for path in (surroundings.ROOT / "docs").rglob("*.md")}
    assert pages <= places
