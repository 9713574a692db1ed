"""The page about figures says what the definitions say."""

from tests.support import figure_pages


def test_the_page_is_printed_from_the_definitions() -> None:
    assert figure_pages.PAGE.read_text(encoding="utf-8") == figure_pages.page(), (
        "python -m tests.support.figure_pages"
    )
