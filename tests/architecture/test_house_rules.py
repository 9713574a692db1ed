"""House rules that import contracts and ruff cannot check, each with its reason.

An exception is written here with its reason. A rule cannot be disabled in the code itself.
"""

import ast
import re

from tests.architecture.tree import (
    BINARY,
    PACKAGES,
    ROOT,
    WIRING,
    files,
    imported,
    links,
    listed,
    name,
    nodes,
    python,
    strings,
    syntax,
    text,
)

SQL = re.compile(
    r"\b(SELECT\s.+\bFROM\b|SELECT\s+(1|pg_\w+|now)\b|INSERT\s+INTO\b|UPDATE\s+\w+\s+SET\b|DELETE\s+FROM\b"
    r"|CREATE\s+(TABLE|DATABASE|ROLE|INDEX)|ALTER\s+(TABLE|ROLE)|TRUNCATE\s+\w+|LISTEN\s+\w+|NOTIFY\s+\w+)",
    re.DOTALL,
)
MAY_SPEAK_SQL = {
    "backend/core/current_transaction.py": "writes all deferred clauses as one statement",
    "backend/operations/migrations/run.py": "applies the schema, before any query exists",
    "backend/operations/health/service.py": "asks the database whether it answers",
    "deploy/communes.py": "reads a table of a package, in a file of its own, before there is an application",
    "deploy/bootstrap.py": "makes roles and databases, before there is an application",
    "deploy/demo/force.py": "says once, as the owner, that the people in this database are made up",
}

PASSED_OVER = re.compile(
    r"\b(pytest\.(skip|xfail|importorskip)|mark\.(skip|skipif|xfail)|__test__)\b"
)
MAY_PASS_A_TEST_OVER = {
    "tests/faults/test_full_disks.py": "only root may mount a small disk to fill",
    "tests/integration/deploy/test_alerts.py": "promtool is not on every machine",
    "tests/integration/deploy/test_backups.py": "only root may mount a small disk to fill",
    "tests/integration/deploy/test_users_of_their_own.py": "only root has something to give up",
    "tests/unit/media/test_fence.py": "the filter knows the processors that servers have",
    "tests/integration/deploy/test_refusals.py": "only root may mount a small disk to fill",
    "tests/phone_app/test_full_phone.py": "only root may mount a small disk to fill",
    "tests/phone_app/test_webkit.py": "WebKitGTK and its driver are not on every machine",
    "tests/support/haproxy.py": "HAProxy is not on every machine",
    "tests/support/pgbouncer.py": "PgBouncer is not on every machine",
    "tests/unit/documents/signing/test_token.py": "SoftHSM2 is not on every machine",
    "tests/unit/media/test_images.py": "photographs of real cameras are not part of the repository",
    "tests/unit/media/test_picture_hash.py": "photographs of real cameras are not part of the repository",
}

FACES_MAY_IMPORT = re.compile(
    r"backend\.core\.(errors|database|durable|replica|submissions|actors|clock|local_time|looks|geodesy|folding|formats|outages|refusing|spreadsheets|typed_text)(\.\w+)?"
    r"|backend\.\w+(\.\w+)?\.(service|errors)(\.\w+)?"
    r"|backend\.fieldwork\.inspections\.issue(\.\w+)?"  # the service of one act that is long enough for its own file
    r"|backend\.fieldwork\.papers\.(on_site|of_inspections)(\.\w+)?"  # papers that belong to no case yet
    r"|backend\.fieldwork\.decision_papers\.on_phone(\.\w+)?"  # decisions on a head's phone
    r"|backend\.casework\.issued_documents\.scans(\.\w+)?"  # scans of a paper
    r"|backend\.planning\.plans\.(reading|stories|scanning|submitted)(\.\w+)?"  # what pages read of plans, and one scan
    r"|backend\.planning\.teams\.suggesting(\.\w+)?"  # officers for an item
    r"|backend\.parties\.(reading|recording|stories|checking)(\.\w+)?"  # what pages read and say of the register
    r"|backend\.force\.restores(\.\w+)?"  # notices of restores
    r"|backend\.force\.colleagues(\.\w+)?"  # the directory of officers
    r"|backend\.intake\.informations\.registering(\.\w+)?"  # what a clerk enters
    r"|backend\.intake\.secrecy\.sealing(\.\w+)?"  # seals what was typed before any service sees it
    r"|backend\.force\.registers\.incoming(\.\w+)?"  # a register beside those of numbers
    r"|backend\.ledger\.(declared|reading)(\.\w+)?"  # an index of acts; the ledger's content with receipts
    r"|backend\.insight\.reports\.(views|overview|limits|marks|submitted)(\.\w+)?"  # what pages read of reports
    r"|backend\.insight\.my_work\.tally(\.\w+)?"  # how much waits, for the frame of every page
    r"|backend\.insight\.report_definitions\.workbook(\.\w+)?"  # a report as a file
    r"|backend\.insight\.figures\.definitions(\.\w+)?"  # what each figure means, a file of this package
    r"|backend\.insight\.rules\.(asking|boards|halves|periods)(\.\w+)?"  # how a question for figures is put
    r"|backend\.insight\.report_definitions\.(filling|laying_out|workbook)(\.\w+)?"  # a definition, filled and written
    r"|backend\.documents\.forms(\.\w+)?"  # reads forms, which are files of this package
)

QUERIES_MAY_IMPORT = re.compile(r"backend\.(core|\w+\.(rules|queries|tables))(\.|$)")

MAY_READ_THE_ENVIRONMENT = ("backend/core/settings.py", "deploy/", "cli.py", "tests/", "bench/")


def test_nothing_imports_the_wiring() -> None:
    """asgi.py and cli.py know both faces. A module that imports them would know both as well."""
    wiring = {file.removesuffix(".py") for file in WIRING}
    found = [
        f"{name(path)}:{line} imports {module}"
        for path in python(*PACKAGES, *WIRING)
        for line, module in imported(path)
        if module.split(".")[0] in wiring
    ]
    assert not found, listed(found)


def test_faces_reach_the_backend_through_its_services() -> None:
    """The services are the one list of what a phone and the desk can do. A face that bypassed them
    would bypass the rule, the scope or the ledger.

    A setting needs no import: a page reads it from `request.app.state["settings"]`."""
    found = [
        f"{name(path)}:{line} {module}"
        for path in python("mobile_api", "admin_ui")
        for line, module in imported(path)
        if module.startswith("backend") and not FACES_MAY_IMPORT.fullmatch(module)
    ]
    assert not found, listed([*found, "faces import services and what FACES_MAY_IMPORT lists"])


def test_transactions_are_opened_by_our_wrapper_alone() -> None:
    """Piccolo's own transaction loses writes and connections when its rollback fails, and its
    nested one rolls nothing back. Piccolo's queries do not take part in asyncpg's. See
    backend/core/database.py."""
    found = []
    for path in python(*PACKAGES, *WIRING):
        if name(path) in {
            "backend/core/database.py",
            "backend/operations/migrations/run.py",
            "backend/intake/queries/public_door.py",  # a pool of its own, of another role
        }:
            continue
        for node in nodes(path):
            if isinstance(node, ast.Attribute) and node.attr in {"transaction", "atomic"}:
                owner = ast.unparse(node.value)
                if owner not in {"database", "backend.core.database", "backend_database"}:
                    found.append(f"{name(path)}:{node.lineno} {owner}.{node.attr}")
    assert not found, listed(found)


def test_sql_stands_in_queries_alone() -> None:
    """To find out how a table's rows are used, it is enough to read the queries."""
    found = [
        f"{name(path)}:{line} {value.strip()[:60]!r}"
        for path in python(*PACKAGES, *WIRING)
        if "queries" not in path.stem and path.parent.name != "queries"
        if name(path) not in MAY_SPEAK_SQL
        for line, value in strings(path)
        if SQL.search(value)
    ]
    assert not found, listed(found)


def test_no_query_takes_the_day_of_the_session_for_vietnams() -> None:
    """current_date is UTC's day until seven in the morning in Vietnam: an officer whose post ended
    yesterday would still hold it."""
    found = [
        f"{name(path)}:{number}"
        for path in python("backend")
        for number, line in enumerate(path.read_text(encoding="utf-8").splitlines(), 1)
        if re.search(r"\bcurrent_date\b", line, re.IGNORECASE)
        and name(path) != "backend/core/clock.py"
    ]
    assert not found, listed(found)


def test_no_file_is_longer_than_four_hundred_lines() -> None:
    """A longer file has two subjects. Exempt are migrations (each is the text of one transaction),
    lock files and the wire's types (generated), and documents (read by their headings)."""
    sources = {".py", ".ts", ".js", ".css", ".html", ".sh", ".toml"}
    found = [
        f"{name(path)}: {lines} lines"
        for path in files()
        if path.suffix in sources and "vendor" not in path.parts
        if name(path) != "mobile_app/src/wire/openapi.ts"
        if (lines := text(path).count("\n")) > 400
    ]
    assert not found, listed(found)


def test_no_file_is_larger_than_half_a_megabyte() -> None:
    """A clone must stay fast on a slow line. Pictures and data sets are kept elsewhere."""
    found = [name(path) for path in files() if path.stat().st_size > 500_000]
    assert not found, listed(found)


def test_every_public_function_and_class_says_why_it_is_there() -> None:
    """The reader may come from the trade or from law, and names alone do not tell units and
    reasons."""
    found = []
    for path in python("schemas", "media", "backend"):
        tree = syntax(path)
        if not ast.get_docstring(tree):
            found.append(f"{name(path)}: the module")
        for node in tree.body:
            if isinstance(node, ast.ClassDef | ast.FunctionDef | ast.AsyncFunctionDef):
                is_open = isinstance(node, ast.ClassDef) and not node.name.startswith("_")
                inside = node.body if is_open else []
                for part in (node, *inside):
                    if not isinstance(part, ast.ClassDef | ast.FunctionDef | ast.AsyncFunctionDef):
                        continue
                    if not part.name.startswith("_") and not ast.get_docstring(part):
                        found.append(f"{name(path)}:{part.lineno} {part.name}")
    assert not found, listed(found)


def test_the_environment_is_read_in_one_place() -> None:
    """Settings are a frozen struct. A second place that reads the environment would be an
    undocumented setting."""
    found = [
        f"{name(path)}:{node.lineno}"
        for path in python()
        if not name(path).startswith(MAY_READ_THE_ENVIRONMENT)
        for node in nodes(path)
        if isinstance(node, ast.Attribute) and node.attr in {"environ", "getenv", "environb"}
    ]
    assert not found, listed(found)


def test_annotations_stay_real_where_the_framework_reads_them() -> None:
    """Litestar and msgspec read annotations at run time; the future import turns them into text."""
    found = [
        name(path)
        for path in python("schemas", "mobile_api", "admin_ui")
        if any(module.startswith("__future__.annotations") for _, module in imported(path))
    ]
    assert not found, listed(found)


def test_nothing_is_left_for_later_and_no_test_is_passed_over() -> None:
    """What looks finished must be finished, and a test that does not run proves nothing."""
    later = re.compile(r"\b(TO" + r"DO|FIX" + r"ME|XX" + r"X|NotImplemented" + r"Error)\b")
    found = [
        f"{name(path)}:{number} {line.strip()[:80]}"
        for path in files()
        if path.suffix in {".py", ".ts", ".js", ".css", ".html", ".sql", ".sh", ".md", ".toml"}
        if path != ROOT / "tests/architecture/test_house_rules.py"
        for number, line in enumerate(text(path).splitlines(), 1)
        if later.search(line)
        or (PASSED_OVER.search(line) and name(path) not in MAY_PASS_A_TEST_OVER)
    ]
    assert not found, listed(found)


def test_no_path_of_a_machine_stands_in_the_tree() -> None:
    """A path that exists on one machine works only there."""
    homes = "|".join(["ho" + "me", "ro" + "ot", "Us" + "ers", "wo" + "rk"])
    machine = re.compile(rf"(?<![\w./<}}\])*-])/({homes})/")
    found = [
        f"{name(path)}:{number} {line.strip()[:80]}"
        for path in files()
        if path.suffix not in BINARY
        for number, line in enumerate(text(path).splitlines(), 1)
        if machine.search(line)
    ]
    assert not found, listed(found)


def test_no_symbolic_link_is_under_version_control() -> None:
    """It leads to a path of one machine, often from where each checkout makes a folder of its own."""
    assert links() == []


def test_no_address_of_a_package_registry_stands_in_what_installs() -> None:
    """The same lock files must work with any mirror: names, versions and hashes, never addresses."""
    installs = (
        "requirements/",
        "pyproject.toml",
        "Makefile",
        "hientruong",
        ".ci/",
        "deploy/install.py",
        "deploy/node.py",
        "deploy/web_assets.py",
        "hatch_build.py",
    )
    locks = ("package.json", "package-lock.json", ".npmrc", ".pre-commit-config.yaml")
    # npm copies addresses of authors and sponsors into its locks; nothing is fetched from there.
    thanks = re.compile(r'^\s+(("url"|"funding"): "|"https://[^"]+",?$)')
    found = [
        f"{name(path)}:{number} {line.strip()[:80]}"
        for path in files()
        if name(path).startswith(installs) or path.name in locks
        for number, line in enumerate(text(path).splitlines(), 1)
        if re.search(r"https?://(?!127\.0\.0\.1|localhost)", line)
        if not (path.name == "package-lock.json" and thanks.match(line))
    ]
    assert not found, listed(found)


def test_every_migration_begins_with_its_reason() -> None:
    """The name says what a migration does. Only its author knows the reason and what it locks."""
    migrations = [
        path for path in files() if name(path).startswith("backend/operations/migrations/sql/")
    ]
    found = [name(path) for path in migrations if not text(path).startswith("-- ")]
    assert migrations
    assert not found, listed(found)


def test_pages_need_no_unsafe_content_policy() -> None:
    """The desk's Content-Security-Policy allows neither inline styles nor inline scripts, so that
    an injected one has no effect. A page that needs one would silently lose it."""
    unsafe = re.compile(
        r"""\sstyle\s*=|<style\b|<script(?![^>]*\ssrc=)[^>]*>|\son[a-z]+\s*=\s*["']|\shx-on|javascript:""",
        re.IGNORECASE,
    )
    found = [
        f"{name(path)}:{number} {line.strip()[:80]}"
        for path in files()
        if path.suffix in {".html", ".jinja", ".j2", ".svg"} and "docs" not in path.parts
        for number, line in enumerate(text(path).splitlines(), 1)
        if unsafe.search(line)
    ]
    assert not found, listed(found)


def test_queries_ask_no_service() -> None:
    """Services use queries, never the other way round. Code that both need is a rule."""
    found = [
        f"{name(path)}:{line} imports {module}"
        for path in python("backend")
        if "queries" in path.parts
        for line, module in imported(path)
        if module.startswith("backend.") and not QUERIES_MAY_IMPORT.match(module)
    ]
    assert not found, listed(found)


def test_every_exception_of_this_page_is_still_needed() -> None:
    """An exception whose reason no longer exists would let the next fault through."""
    silent = [
        file
        for file in MAY_SPEAK_SQL
        if not any(SQL.search(value) for _, value in strings(ROOT / file))
    ]
    run = [file for file in MAY_PASS_A_TEST_OVER if not PASSED_OVER.search(text(ROOT / file))]
    assert not silent + run, listed(silent + run)
