"""Charts: names that are read whole."""

import re

import pytest

from admin_ui.insight.charts import drawing

LONG = "Báo cáo người đứng đầu bằng văn bản (khoản 1 Điều 9 Thông tư 27/2020/TT-BCT)"


def names(name: str, wide: int = drawing.NARROW) -> list[str]:
    """What is written above the first bar of a narrow chart, or to the left of it."""
    drawn = str(
        drawing.bars(
            [drawing.Bar(name=name, value=2), drawing.Bar(name="Hạn khác", value=1)],
            str,
            named_by="x",
            wide=wide,
        )
    )
    labels = re.findall(
        r'<text class="label" [^>]*y="([\d.]+)"[^>]*>(?:<title>.*?</title>)?(.*?)<', drawn
    )
    heights = [float(at) for at, _ in labels]
    assert heights == sorted(heights), "no name stands over another"
    assert heights[-1] < float(re.findall(r'viewBox="0 0 \d+ (\d+)"', drawn)[0])
    return [name for _, name in labels[:-1]]


@pytest.mark.parametrize(("wide", "lines"), [(drawing.NARROW, 2), (drawing.WIDTH, 3)])
def test_a_name_that_does_not_fit_goes_over_more_lines_and_is_cut_only_after_three(
    wide: int, lines: int
) -> None:
    assert names("Ra quyết định xử phạt", wide) == ["Ra quyết định xử phạt"]
    assert " ".join(names(LONG, wide)) == LONG, "the name of a limit is read whole"
    assert len(names(LONG, wide)) == lines
    cut = names(" ".join([LONG] * 3), wide)
    assert len(cut) == 3
    assert cut[2].endswith("…")


def test_names_are_words_and_never_markup() -> None:
    name = '<b>"Gạo & url(#HATCH)"</b>'
    written = "&lt;b&gt;&#34;Gạo &amp; url"
    bars = drawing.bars([drawing.Bar(name=name, value=2, beside=1)], lambda _: "<i>", named_by="x")
    columns = drawing.columns(
        ["<u>"], [drawing.Series(name=name, values=[3])], lambda _: "<i>", named_by="x"
    )
    for drawn in map(str, (bars, columns)):
        assert written in drawn
        assert not {"<b>", "<i>", "<u>"} & set(re.findall(r"<\w+>", drawn))
    assert 'fill="url(#x-hatch)"' in str(bars)
