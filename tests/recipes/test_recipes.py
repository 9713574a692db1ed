"""Each recipe of CONTRIBUTING.md is followed in a copy of the tree; all checks are green there."""

import re
from pathlib import Path

import pytest

from tests.recipes.following import (
    CHECKS,
    New,
    Recipe,
    changed,
    copied,
    follow,
    in_the_page,
    run,
    section,
)
from tests.recipes.index import RECIPES

ARCHITECTURE = "tests/architecture/"
"""Tests that one runs whole at the end of every recipe; the copy runs those that a recipe may break."""

EACH = pytest.mark.parametrize("recipe", RECIPES, ids=lambda one: one.title)


@EACH
def test_the_page_names_the_files_of_the_recipe_and_no_others(recipe: Recipe) -> None:
    assert in_the_page(recipe.title) == recipe.files


@EACH
def test_the_page_names_the_recipe_with_the_example_and_its_tests(recipe: Recipe) -> None:
    page = section(recipe.title)
    assert f"`tests/recipes/{recipe.module}.py`" in page
    [named] = re.findall(r"^ {4}\./hientruong test (.*)$", page, re.MULTILINE)
    assert named.split() == [one for one in recipe.tests if not one.startswith(ARCHITECTURE)]


@EACH
def test_code_that_the_page_shows_is_that_of_the_recipe(recipe: Recipe) -> None:
    texts = [step.text for step in recipe.steps if isinstance(step, New)]
    shown = re.findall(r"^```python\n(.*?)^```$", section(recipe.title), re.MULTILINE | re.DOTALL)
    assert all(any(code in text for text in texts) for code in shown), shown


@EACH
@pytest.mark.long
def test_who_follows_the_recipe_finds_all_checks_green(recipe: Recipe, tmp_path: Path) -> None:
    copy = copied(tmp_path)
    follow(recipe, copy)
    assert changed(copy) == recipe.files
    for words in (
        *CHECKS,
        ("pytest", "-q", "-m", "not long", "-p", "no:cacheprovider", *recipe.tests),
    ):
        done = run(copy, *words)
        assert done.returncode == 0, (words, done.stdout[-6000:], done.stderr[-2000:])


@EACH
@pytest.mark.long
def test_a_file_that_was_forgotten_is_noticed(recipe: Recipe, tmp_path: Path) -> None:
    copy = copied(tmp_path)
    follow(recipe, copy, without=recipe.forgotten)
    done = run(copy, *recipe.notices)
    assert done.returncode == 1, (recipe.forgotten, done.stdout[-2000:], done.stderr[-2000:])
