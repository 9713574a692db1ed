"""Drafts of informations in a rescue file: left for their officer, or registered if the phone is gone."""

import pytest

from deploy.demo.seals import Json
from tests.integration.exchange.rescue.test_informations import (
    ACCEPTED,
    REFUSED,
    Waiting,
    acts_of,
    photographs,
    waiting,
)
from tests.support import informations as made
from tests.support import pictures
from tests.support.people import People
from tests.support.phone import Phones
from tests.support.phone_informations import recipient_of, sealed
from tests.support.readers import Readers
from tests.support.rescue import Pack, bring, put

LEFT = "Để lại trên điện thoại"
SUMMARY = (
    "Bản nháp báo tin trên điện thoại, công chức chưa ghi xong: mở phần niêm phong rồi ghi tóm tắt."
)
TYPED = "Bản nháp trên điện thoại, chưa ghi xong.\nTóm tắt: Kho rượu nhà ông Bảo"


def as_draft(one: Waiting, **said: object) -> None:
    """As mobile_app/src/domain/informations.ts writes it: what was typed for the work is sealed too."""
    typed: Json = sealed("account", {"text": TYPED}, recipient_of(one.phone))
    matter = {"summary": SUMMARY, "fields": [], "goods": "", "suspects": [], "place": {}}
    one.body |= {"matter": matter, "sealed": [typed, *one.body["sealed"]], **said}


def pack_of(one: Waiting, draft: str = "answered") -> Pack:
    pack = Pack(one.phone.officer["id"], one.phone.device_id, [], [])
    pack.tell(one.id, one.body, one.files, one.phone.key, draft)
    return pack


async def test_a_draft_is_left_to_its_officer_and_registered_only_if_the_phone_is_gone(
    phones: Phones, people: People, readers: Readers
) -> None:
    one = await waiting(phones, people.an, [pictures.jpeg(size=(64, 48))])
    as_draft(one)
    desk = await readers.of(people.giang)
    answer = await put(desk, one.file(pack_of(one)))
    await desk.open(answer.headers["location"])
    assert "1 bản nháp, công chức chưa ghi" in desk.page.text
    await desk.open(await bring(desk, one.file(pack_of(one))))
    assert LEFT in desk.page.text
    assert await acts_of(one.id) == []

    await desk.open(await bring(desk, one.file(pack_of(one)), phone_gone=True))
    assert "Bản nháp thứ 1" in desk.page.text
    assert ACCEPTED in desk.page.text
    assert "1/1 ảnh niêm phong đã nhận" in desk.page.text
    assert (await made.seen(people.chi, one.id)).matter.summary == SUMMARY
    assert await made.account(people.chi, one.id) == [TYPED, made.ACCOUNT]
    assert len(await photographs(people.chi, one.id)) == 1
    assert [word for word in made.PLANTED if word in desk.html] == []


@pytest.mark.long
async def test_the_device_s_word_for_a_draft_is_none_for_an_information_and_the_other_way_round(
    phones: Phones, people: People, readers: Readers
) -> None:
    one = await waiting(phones, people.an)
    finished = pack_of(one)
    del finished.informations[0]["draft"]
    unfinished = one.pack()
    unfinished.informations[0] |= {"draft": "answered"}
    other = pack_of(one, "unanswered")
    other.informations[0] |= {"draft": "answered"}
    desk = await readers.of(people.giang)
    for pack in (finished, unfinished, other):
        await desk.open(await bring(desk, one.file(pack), phone_gone=True))
        assert REFUSED in desk.page.text
    assert await acts_of(one.id) == []


@pytest.mark.long
async def test_a_draft_about_an_officer_is_told_to_nobody_and_one_without_an_answer_goes_to_the_auditors(
    phones: Phones, people: People, readers: Readers
) -> None:
    about = await waiting(phones, people.an)
    as_draft(about, named_officers=[str(people.giang.id)])
    silent = await waiting(phones, people.binh)
    as_draft(silent, about_unnamed_officer=True)
    desk = await readers.of(people.giang)  # whom the first is about
    answer = await put(desk, about.file(pack_of(about)))
    await desk.open(answer.headers["location"])
    assert "bản nháp, công chức" not in desk.page.text
    await desk.open(await bring(desk, about.file(pack_of(about)), phone_gone=True))
    assert "Bản nháp thứ" not in desk.page.text
    assert len(await acts_of(about.id)) == 1

    file = silent.file(pack_of(silent, "unanswered"))
    await desk.open(await bring(desk, file, phone_gone=True))
    assert "Bản nháp thứ 1" in desk.page.text
    assert (await made.seen(people.khanh, silent.id)).of_unnamed_officer


@pytest.mark.long
async def test_a_draft_of_a_phone_whose_clock_ran_ahead_is_not_lost(
    phones: Phones, people: People, readers: Readers
) -> None:
    one = await waiting(phones, people.an)
    as_draft(one, received_at="2036-11-24T09:00:00Z")
    desk = await readers.of(people.giang)
    await desk.open(await bring(desk, one.file(pack_of(one)), phone_gone=True))
    assert ACCEPTED in desk.page.text
    assert len(await acts_of(one.id)) == 1
