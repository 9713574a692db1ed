"""What npm brings or builds, for browser and papers: made in a checkout when its sources changed, part of every wheel.

Each package of PACKAGES is a folder with package.json and package-lock.json, perhaps a build, and
files that go from there into a folder that the application serves. One is drawn from a table in a
Python package instead (COMMUNES). Those folders are git-ignored:
no built or borrowed file stands in the repository. `./hientruong` sees to it before `up`, `serve`
and `test`, the wheel's build (hatch_build.py) before it packs; an installed wheel needs no Node.
Standard library only: see deploy/node.py.
"""

import hashlib
import json
import shutil
import tempfile
import time
from collections.abc import Callable, Iterable, Iterator
from contextlib import contextmanager
from dataclasses import dataclass
from pathlib import Path

from deploy import communes, node, wheels
from deploy.failures import Failure

_STAMP = ".hientruong.json"
_MADE = frozenset({"node_modules", "node_modules.new", "dist"})
_KEPT_DAYS = 30
"""A phone that loaded an older page may still ask for that page's parts; after so long it has updated."""
_RECIPE = hashlib.sha256(Path(__file__).read_bytes()).hexdigest()


@dataclass(frozen=True)
class Package:
    """One folder of the checkout, what is made of it, and what is missing without it."""

    name: str
    folder: str
    """Holds the lock (package-lock.json with package.json); all files in it that npm did not make are its sources."""
    out: str
    """Where the outputs go; this folder belongs to us alone and is replaced as a whole.

    Its parent is not `folder`: each of the two is locked while it changes.
    """
    outputs: tuple[tuple[str, str], ...]
    """(file or folder below `folder`, name below `out`); the name "." puts a folder's files into `out` itself."""
    sources: tuple[str, ...] | None = None
    """Files and folders below `folder` whose change makes it anew; None for everything there."""
    keeps: str | None = None
    """A folder of files named by their content: those of earlier builds stay for _KEPT_DAYS days."""
    build: tuple[str, ...] = ()
    """What npm runs after installing; nothing where files are only taken."""
    lock: str = "package-lock.json"
    """What pins it. Any other name is a list of hash-pinned wheels, and a table in one of them is drawn."""
    missing_vi: str = ""
    """What the system does not have without it, as the rest of a sentence."""
    missing_en: str = ""


LEAFLET = Package(
    name="leaflet",
    folder="admin_ui",
    out="admin_ui/fieldwork/visit_map/vendor",
    # Not its images: our markers are drawn, and an address inside a style sheet would have no hash.
    outputs=(
        ("node_modules/leaflet/dist/leaflet.js", "leaflet.js"),
        ("node_modules/leaflet/dist/leaflet.css", "leaflet.css"),
        ("node_modules/leaflet/LICENSE", "leaflet.LICENSE.txt"),
    ),
    sources=("package.json", "package-lock.json"),
    missing_vi="bàn làm việc vẽ bản đồ tĩnh thay cho bản đồ phóng to được",
    missing_en="the desk draws still maps in place of ones that can be zoomed",
)
PHONE = Package(
    name="mobile_app",
    folder="mobile_app",
    out="mobile_api/app",
    outputs=(("dist", "."),),
    sources=(
        *("package.json", "package-lock.json", "tsconfig.json", "vite.config.ts", "index.html"),
        *("public", "src"),
    ),
    build=("run", "build"),
    keeps="assets",
    missing_vi="không có ứng dụng điện thoại ở /app/",
    missing_en="there is no phone app at /app/",
)
_TINOS = "node_modules/@expo-google-fonts/tinos"
FONTS = Package(
    name="tinos",
    folder="backend/documents",
    out="backend/documents/typst/fonts",
    outputs=(
        (f"{_TINOS}/400Regular/Tinos_400Regular.ttf", "Tinos_400Regular.ttf"),
        (f"{_TINOS}/400Regular_Italic/Tinos_400Regular_Italic.ttf", "Tinos_400Regular_Italic.ttf"),
        (f"{_TINOS}/700Bold/Tinos_700Bold.ttf", "Tinos_700Bold.ttf"),
        (f"{_TINOS}/700Bold_Italic/Tinos_700Bold_Italic.ttf", "Tinos_700Bold_Italic.ttf"),
        (f"{_TINOS}/LICENSE_FONT", "Tinos.LICENSE.txt"),
    ),
    sources=("package.json", "package-lock.json"),
    missing_vi="văn bản PDF dùng phông dự phòng, không có kích thước của Times New Roman",
    missing_en="papers are set in a fallback font, not in one with the metrics of Times New Roman",
)
COMMUNES = Package(
    name="communes-with-codes",
    folder="requirements",
    out="admin_ui/intake/public_form/vendor",
    outputs=((".", "."),),
    sources=("communes.txt",),
    lock="communes.txt",
    missing_vi="người dân không chỉ được chỗ trên bản đồ",
    missing_en="citizens cannot point at a place on a map",
)
PACKAGES: tuple[Package, ...] = (LEAFLET, FONTS, PHONE, COMMUNES)


def ensure_all(
    root: Path, say: Callable[[str], None], packages: Iterable[Package] = PACKAGES
) -> list[tuple[Package, Failure]]:
    """Make every package that is not there or out of date; returns those that could not be made.

    What was made before stays in its place until the new one is whole, also where making fails.
    """
    failed = []
    for package in packages:
        try:
            ensure(root, package, say)
        except Failure as failure:
            failed.append((package, failure))
    return failed


def ensure(root: Path, package: Package, say: Callable[[str], None]) -> None:
    """Make one package unless it is as its sources say; one process at a time.

    Raises Failure where npm cannot install or build it, or an output is missing afterwards.
    """
    folder, out = root / package.folder, root / package.out
    if not (folder / package.lock).is_file():
        return  # an installed wheel: everything was made when it was built
    wanted = _digest(folder, package)
    if _made_from(out) == wanted:
        return
    out.parent.mkdir(parents=True, exist_ok=True)
    with node.exclusive(out.parent):
        if _made_from(out) == wanted:
            return  # another process made it meanwhile
        with _made(root, package, say) as made:
            _put(made, out, package, wanted)


def out_of_date(root: Path, package: Package) -> bool:
    """Tell whether its sources changed since it was made, or it never was; never of an installed wheel."""
    folder = root / package.folder
    if not (folder / package.lock).is_file():
        return False
    return _made_from(root / package.out) != _digest(folder, package)


@contextmanager
def _made(root: Path, package: Package, say: Callable[[str], None]) -> Iterator[Path]:
    """Make a package and lend the folder below which its outputs are."""
    folder = root / package.folder
    if package.lock == "package-lock.json":
        say(f"{package.name}: tải và dựng bằng npm / fetching and building with npm …")
        node.npm_ci(folder, root=root, say=say)
        if package.build:
            node.run_npm(node.find(root, say), list(package.build), folder, what=package.name)
        yield folder
        return
    say(f"{package.name}: tải bảng xã, phường / fetching the table of communes …")
    with tempfile.TemporaryDirectory() as beside:
        wheels.install(folder / package.lock, Path(beside, "wheel"), root)
        communes.draw(Path(beside, "wheel"), Path(beside, "made"))
        yield Path(beside, "made")


def _put(folder: Path, out: Path, package: Package, digest: str) -> None:
    """Gather the outputs beside `out`, stamp them, and change the two folders over."""
    beside = out.with_name(out.name + ".new")
    old = out.with_name(out.name + ".old")
    shutil.rmtree(beside, ignore_errors=True)
    beside.mkdir()
    for source, name in package.outputs:
        made = folder / source
        target = beside if name == "." else beside / name
        if made.is_dir():
            shutil.copytree(made, target, dirs_exist_ok=True)
        elif made.is_file():
            target.parent.mkdir(parents=True, exist_ok=True)
            shutil.copyfile(made, target)
        else:
            shutil.rmtree(beside, ignore_errors=True)
            raise Failure(
                f"{package.name}: thiếu {source} sau khi dựng",
                f"{package.name}: {source} is not there after the build",
            )
    if package.keeps:
        _keep(out / package.keeps, beside / package.keeps)
    (beside / _STAMP).write_text(json.dumps({"sources": digest}))
    shutil.rmtree(old, ignore_errors=True)
    if out.exists():
        out.rename(old)
    beside.rename(out)
    shutil.rmtree(old, ignore_errors=True)


def _keep(earlier: Path, now: Path) -> None:
    """Leave the files of earlier builds beside the new ones, each as old as it is."""
    oldest = time.time() - _KEPT_DAYS * 86_400
    for path in earlier.iterdir() if earlier.is_dir() else ():
        if path.is_file() and path.stat().st_mtime > oldest and not (now / path.name).exists():
            now.mkdir(exist_ok=True)
            shutil.copy2(path, now / path.name)


def _made_from(out: Path) -> str | None:
    try:
        told: str = json.loads((out / _STAMP).read_text())["sources"]
    except (OSError, ValueError, KeyError, TypeError):
        return None
    return told


def _digest(folder: Path, package: Package) -> str:
    """Return the SHA-256 of every source by name and content, and of this recipe."""
    digest = hashlib.sha256(f"{_RECIPE} {package!r}".encode())
    for path in _sources(folder, package):
        content = hashlib.sha256(path.read_bytes()).hexdigest()
        digest.update(f"{path.relative_to(folder).as_posix()}\0{content}\n".encode())
    return digest.hexdigest()


def _sources(folder: Path, package: Package) -> Iterator[Path]:
    chosen = package.sources
    named = sorted(folder.iterdir()) if chosen is None else [folder / name for name in chosen]
    for path in named:
        if path.name in _MADE or path.name.startswith(".git"):
            continue
        if path.is_file():
            yield path
        elif path.is_dir():
            yield from (inner for inner in sorted(path.rglob("*")) if inner.is_file())
