"""Lists that can be taken away are read by workers too, which serve no pages."""

import subprocess
import sys

from admin_ui.exported_lists import LISTS
from tests.architecture.tree import ROOT


def test_a_worker_that_knows_the_lists_has_neither_requests_nor_templates_in_memory() -> None:
    code = "import sys, admin_ui.exported_lists; print(*sorted({'litestar', 'jinja2'} & set(sys.modules)))"
    ran = subprocess.run(
        [sys.executable, "-c", code], cwd=ROOT, capture_output=True, text=True, check=True
    )
    assert ran.stdout.split() == []


def test_each_list_has_a_name_and_a_file_name_of_its_own() -> None:
    assert len({one.name for one in LISTS}) == len(LISTS)
    assert len({one.slug for one in LISTS}) == len(LISTS)
    assert all(one.slug.isascii() and one.place.startswith("/desk/") for one in LISTS)
