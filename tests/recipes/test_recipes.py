"""Each recipe of CONTRIBUTING.md is followed in a copy of the tree; all checks are green there."""

from pathlib import Path

import pytest

from tests.recipes.following import CHECKS, Recipe, changed, copied, follow, in_the_page, run
from tests.recipes.index import RECIPES

EACH = pytest.mark.parametrize("recipe", RECIPES, ids=lambda one: one.title)


@EACH
def test_the_page_names_the_files_of_the_recipe_and_no_others(recipe: Recipe) -> None:
    assert in_the_page(recipe.title) == recipe.files


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
