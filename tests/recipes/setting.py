"""Add a setting: a number to call, told at the sign-in page where an operator gave one."""

from tests.recipes.following import Beside, New, Recipe

TEST = "tests/integration/force/accounts/test_help_line.py"

RECIPE = Recipe(
    title="Add a setting",
    module="setting",
    steps=(
        Beside(
            "backend/core/settings.py",
            "    app_dir: Path | None = None\n",
            before='''    help_line: str = ""
    """Whom to call who cannot sign in, as the sign-in page says it; empty: the page names nobody."""
''',
        ),
        Beside(
            "backend/core/settings.py",
            "        app_dir=Path(app_dir) if app_dir else None,\n",
            before='        help_line=_read("HELP_LINE", ""),\n',
        ),
        Beside(
            "deploy/surroundings.py",
            '    "HIENTRUONG_PUBLIC_URL",\n',
            after='    "HIENTRUONG_HELP_LINE",\n',
        ),
        Beside(
            "docs/running.md",
            "| `HIENTRUONG_APP_DIR` |",
            before="| `HIENTRUONG_HELP_LINE` | none | whom to call who cannot sign in, as the sign-in page says it |\n",
        ),
        Beside(
            "admin_ui/force/sign_in/page.py",
            "        kept=None,\n",
            after='        help_line=request.app.state["settings"].help_line,\n',
        ),
        Beside(
            "admin_ui/force/sign_in/page.py",
            "            kept=carried,\n",
            after='            help_line=request.app.state["settings"].help_line,\n',
        ),
        Beside(
            "admin_ui/force/sign_in/sign_in.html",
            '<p class="small">{{ t("people.no_access") }}</p>\n',
            after="{% if help_line %}"
            '<p class="small">{{ t("people.help_line", number=help_line) }}</p>{% endif %}\n',
        ),
        Beside(
            "admin_ui/force/people/words_vi.py",
            '    "people.no_access":',
            before='    "people.help_line": "Không đăng nhập được thì gọi {number}.",\n',
        ),
        Beside(
            "admin_ui/force/people/words_en.py",
            '    "people.no_access":',
            before='    "people.help_line": "Call {number} if you cannot sign in.",\n',
        ),
        New(
            TEST,
            '''"""Who cannot sign in reads whom to call, where the operator named somebody."""

import httpx
import msgspec
import pytest
from litestar import Litestar

from backend.core import settings as settings_module
from backend.core.settings import Settings


async def test_the_sign_in_page_names_whom_to_call(
    app: Litestar, client: httpx.AsyncClient, settings: Settings
) -> None:
    assert "gọi" not in (await client.get("/desk/sign-in")).text
    app.state["settings"] = msgspec.structs.replace(settings, help_line="1900 8888")
    assert "gọi 1900 8888" in (await client.get("/desk/sign-in")).text


def test_it_is_read_from_the_environment(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setenv("HIENTRUONG_HELP_LINE", "1900 8888")
    for name in ("DATABASE_URL", "SPOOL_DIR", "KEYS_DIR"):
        monkeypatch.setenv(f"HIENTRUONG_{name}", "x")
    for name in ("ENDPOINT", "ACCESS_KEY", "SECRET_KEY"):
        monkeypatch.setenv(f"HIENTRUONG_S3_{name}", "x")
    assert settings_module.load().help_line == "1900 8888"
''',
        ),
    ),
    tests=(TEST, "tests/architecture/test_documents.py", "tests/architecture/test_texts.py"),
    forgotten="docs/running.md",
    notices=(
        "pytest",
        "tests/architecture/test_documents.py::test_every_setting_is_documented",
    ),
)
