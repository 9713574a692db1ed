"""What a form leaves to be compared with the official text is told to its drafter in the drafter's language."""

import pytest

from tests.integration.admin_ui.casework.test_papers import begun
from tests.support import cases_made
from tests.support.people import People
from tests.support.readers import Readers

pytestmark = pytest.mark.asyncio


async def test_the_editor_of_an_extension_says_in_each_language_what_to_compare(
    readers: Readers, people: People
) -> None:
    case = await cases_made.recorded(people)
    an = await readers.of(people.an)
    address = await begun(an, case, "MQĐ21")
    assert "1 điều về mẫu này cần đối chiếu với văn bản chính thức" in an.page.text
    assert "hãy đối chiếu với mẫu ban hành kèm theo các nghị định này." in an.page.text
    for english in ("[check]", "configuration", "unverified", "templates only"):
        assert english not in an.page.text, english

    await an.press("/desk/language", "en")
    await an.open(address)
    assert "Points of this form to compare with the official text: 1" in an.page.text
    assert "compare it with the form issued with these decrees." in an.page.text
    assert "[check]" not in an.page.text
