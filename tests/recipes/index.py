"""All recipes, in the order of CONTRIBUTING.md."""

from tests.recipes import act, form, page, setting
from tests.recipes.following import New

RECIPES = (act.RECIPE, page.RECIPE, form.RECIPE, setting.RECIPE)
MADE = {step.file for recipe in RECIPES for step in recipe.steps if isinstance(step, New)}
"""Files that are there only where somebody follows a recipe; a document may name them all the same."""
