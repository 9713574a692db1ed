"""Every text that a person may read exists in both languages, with the same placeholders."""

import importlib
import pkgutil
import re
from collections.abc import Iterator
from string import Formatter

import backend
from admin_ui.shell.words import AREAS, CATALOGUES, SIDE_BY_SIDE
from backend.core.errors import DomainError
from tests.architecture.tree import ROOT, files, listed, name, text


def domain_errors() -> Iterator[type[DomainError]]:
    """Every domain error, whichever group defines it."""
    for module in pkgutil.walk_packages(backend.__path__, "backend."):
        importlib.import_module(module.name)
    waiting = [DomainError]
    while waiting:
        error = waiting.pop()
        yield error
        waiting += error.__subclasses__()


def named(sentence: str) -> set[str]:
    """The {names} for which a text needs values."""
    return {field for _, field, _, _ in Formatter().parse(sentence) if field}


def test_the_catalogues_have_the_same_keys_and_the_same_names_in_them() -> None:
    vi, en = CATALOGUES["vi"], CATALOGUES["en"]
    assert vi.keys() == en.keys(), listed(sorted(vi.keys() ^ en.keys()))
    found = [key for key in vi if named(vi[key]) != named(en[key])]
    assert not found, listed(found)


def test_no_area_of_the_catalogue_is_forgotten() -> None:
    desk = ROOT / "admin_ui"
    for language in CATALOGUES:
        areas = {
            ".".join(path.relative_to(desk).with_suffix("").parts).removesuffix(f"_{language}")
            for path in files()
            if path.is_relative_to(desk) and path.name.endswith(f"_{language}.py")
        }
        assert areas == set(AREAS), f"AREAS of admin_ui/shell/words: {sorted(areas ^ set(AREAS))}"


def test_every_key_that_a_page_uses_was_written() -> None:
    use = re.compile(r"""\b(?:say|t|_)\(\s*["']([a-z_]+(?:\.[a-z0-9_]+)+)["']""")
    found = [
        f"{name(path)}: {key}"
        for path in files()
        if path.suffix in {".html", ".jinja"} and name(path).startswith("admin_ui/")
        for key in use.findall(text(path))
        # A key that ends in an underscore is completed by a value: at least one completed key must
        # exist.
        if not any(k == key or (key.endswith("_") and k.startswith(key)) for k in CATALOGUES["vi"])
    ]
    assert not found, listed(found)


def test_every_error_speaks_both_languages_and_has_a_stable_code() -> None:
    errors = list(domain_errors())
    assert len(errors) > 5
    found = [
        error.__name__
        for error in errors
        if not error.text_vi
        or not error.text_en
        or named(error.text_vi) != named(error.text_en)
        or not re.fullmatch(r"[a-z][a-z0-9_]*", error.code)
    ]
    assert not found, listed(found)


def test_no_two_errors_share_a_code_unless_one_is_a_kind_of_the_other() -> None:
    seen: dict[str, type[DomainError]] = {}
    found = []
    for error in domain_errors():
        other = seen.setdefault(error.code, error)
        if other is not error and not issubclass(error, other):
            found.append(f"{error.code}: {other.__name__}, {error.__name__}")
    assert not found, listed(found)


_AREAS = {
    f"admin_ui/{area.replace('.', '/')}{ends}.py" for area in AREAS for ends in ("_vi", "_en")
}
_BESIDE = {f"admin_ui/{area.replace('.', '/')}.py" for area in SIDE_BY_SIDE}
_WHOLE = re.compile(r"""["'`]([a-z_]+(?:\.[^\s"'`]+)+)(?=["'`])""")
_BEGUN = re.compile(r"""["'`]([a-z_]+\.[\w.]*)(?:(?=["'`]\s*[~+])|(?=\{)|(?<=[._])(?=["'`]))""")
_ENDED = re.compile(r"""(?:[~+]\s*["']|\})([_.][\w.]*)(?=["'])""")
_NAMES = re.compile(r"\w[\w.-]*")


def _parts(text: str) -> set[str]:
    """The words of a source: as they stand, and without what is joined to them by a dot or a hyphen."""
    return {one for found in _NAMES.findall(text) for one in (found, *re.split(r"[.-]", found))}


def test_every_text_of_the_desk_is_said_somewhere() -> None:
    """A key is said if it stands whole in a source, or if a source begins it and its rest is made of words of sources.

    Or a source ends it behind its area, as `f"{of.words}.none"`. Beginnings are generous: `t("plans.state_" ~ state)`
    says `plans.state_issued`, for `issued` is a word of the code.
    """
    of_catalogues = _AREAS | _BESIDE
    sources = "\n".join(
        text(path)
        for path in files()
        if path.suffix in {".py", ".html", ".jinja", ".js", ".json"}
        and name(path).startswith(("admin_ui/", "backend/", "schemas/", "mobile_api/", "media/"))
        and name(path) not in of_catalogues
    )
    whole, begun = set(_WHOLE.findall(sources)), set(_BEGUN.findall(sources))
    ends, words = {"", *_ENDED.findall(sources)}, _parts(sources)
    words |= {path.stem for path in files()}  # e.g. of runbooks

    def is_made(rest: str) -> bool:
        cores = [rest.removesuffix(end) for end in ends if rest.endswith(end) and end != rest]
        return any(
            core in words
            or any(
                core[:at] in words and core[at + 1 :] in words
                for at, one in enumerate(core)
                if one in "_."
            )
            for core in cores
        )

    found = [
        key
        for key in CATALOGUES["vi"]
        if key not in whole
        and f".{key.partition('.')[2]}" not in ends
        and not any(key.startswith(one) and is_made(key[len(one) :]) for one in begun)
    ]
    assert not found, "nothing says these: take them out\n" + listed(found)
