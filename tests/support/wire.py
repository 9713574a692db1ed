"""What the phone takes from the server: the types of its description, and facts about the forms.
`make wire` writes both."""

import subprocess
import sys
import tempfile
from pathlib import Path
from typing import Any

import msgspec

from asgi import create_app
from backend.core.settings import Settings
from backend.fieldwork.rules.refusals import RULES as REFUSAL_RULES
from backend.law import form_facts
from backend.law.rules import finding
from deploy import node
from mobile_api.openapi import complete

ROOT = Path(__file__).parents[2]
FOLDER = ROOT / "mobile_app"
WIRE = FOLDER / "src" / "wire" / "openapi.ts"
FORMS = WIRE.with_name("forms.ts")
SPELLINGS = WIRE.with_name("spellings.ts")


def description() -> bytes:
    """/api/openapi.json without a running server: no part of the application is used for it."""
    nowhere = Path(tempfile.gettempdir())
    settings = Settings(
        database_url="postgresql://nobody@127.0.0.1:1/none",
        owner_database_url=None,
        s3_endpoint="127.0.0.1:1",
        s3_access_key="",
        s3_secret_key="",
        s3_bucket="evidence",
        s3_staging_bucket="staging",
        s3_secure=False,
        spool_dir=nowhere,
        keys_dir=nowhere,
    )
    described = create_app(settings).openapi_schema.to_schema()
    return msgspec.json.format(msgspec.json.encode(complete(described)))


def types() -> str:
    """The result of openapi-typescript. Raises CalledProcessError with its messages."""
    node.npm_ci(FOLDER, root=ROOT)
    with tempfile.TemporaryDirectory() as folder:
        described = Path(folder) / "openapi.json"
        described.write_bytes(description())
        made = Path(folder) / "openapi.ts"
        program = FOLDER / "node_modules" / "openapi-typescript" / "bin" / "cli.js"
        found = node.find(ROOT)
        subprocess.run(
            # An object without a description may contain anything, for example the fields of a
            # form.
            [
                *found.node,
                str(program),
                str(described),
                "--empty-objects-unknown",
                "--output",
                str(made),
            ],
            env=dict(found.env),
            cwd=FOLDER,
            check=True,
            capture_output=True,
        )
        return made.read_text()


def form_table() -> str:
    """Facts about forms that the phone needs before it receives a form: which it makes, and what a
    submission requires."""
    needs = {
        form: {
            "announced": rule["announced"],
            "absenceField": rule["absence_field"],
            "needs": [
                {
                    "code": need["code"],
                    "anyOf": need["any_of"],
                    "whereAbsenceTold": need["where_absence_told"],
                }
                for need in rule["needs"]
            ],
        }
        for form, rule in form_facts.submissions().items()
    }
    refusals = {
        form: {
            "from": rule.edition,
            "role": rule.role,
            "certifiedBy": rule.certified_by,
            "excusedBy": rule.excused_by,
            "unsignedField": rule.unsigned_field,
        }
        for form, rule in REFUSAL_RULES.items()
    }
    tables: list[tuple[str, str, Any]] = [
        (
            "NUMBERED_BY_PHONE",
            "Papers that officers sign and number on the spot.",
            form_facts.numbered_by_phone(),
        ),
        (
            "MADE_ON_SITE",
            "Those of them that are papers besides the minutes of the inspection.",
            tuple(form for form in form_facts.numbered_by_phone() if form not in needs),
        ),
        (
            "SHORT_TITLES",
            "What a list calls the papers that are made on a phone.",
            form_facts.short_titles(),
        ),
        ("SUBMISSIONS", "What a submission of minutes needs beyond their form.", needs),
        ("REFUSALS", "What a refusal to sign needs to count as a signature.", refusals),
    ]
    written = [
        f"/** {says} */\nexport const {name} = {_literal(value)} as const;\n"
        for name, says, value in tables
    ]
    head = "/** What the forms say of themselves (backend/documents/forms). `make wire` writes it; never edited. */\n"
    return "\n".join((head, *written))


def spellings() -> str:
    """Words that people shorten when they search, as the desk reads them."""
    return (
        "/** What people write for whole words (backend/law/rules/finding.py). `make wire` writes it. */\n"
        f"export const SHORTENED: Partial<Record<string, string>> = {_literal(finding.SHORTENED)};\n"
    )


def _literal(value: Any) -> str:
    return msgspec.json.format(msgspec.json.encode(value), indent=2).decode()


if __name__ == "__main__":
    WIRE.write_text(types())
    FORMS.write_text(form_table())
    SPELLINGS.write_text(spellings())
    written = ", ".join(str(one.relative_to(ROOT)) for one in (WIRE, FORMS, SPELLINGS))
    print(f"{written} written", file=sys.stderr)
