"""Charts: names that are read whole."""

import re

from admin_ui.insight.charts import drawing

LONG = "Báo cáo người đứng đầu bằng văn bản (khoản 1 Điều 9 Thông tư 27/2020/TT-BCT)"


def names(name: str) -> list[str]:
    """What is written above the one bar of a narrow chart."""
    drawn = str(
        drawing.bars(
            [drawing.Bar(name=name, value=2), drawing.Bar(name="Hạn khác", value=1)],
            str,
            named_by="x",
            wide=drawing.NARROW,
        )
    )
    labels = re.findall(
        r'<text class="label" [^>]*y="([\d.]+)"[^>]*>(?:<title>.*?</title>)?(.*?)<', drawn
    )
    heights = [float(at) for at, _ in labels]
    assert heights == sorted(heights), "no name stands over another"
    assert heights[-1] < float(re.findall(r'viewBox="0 0 \d+ (\d+)"', drawn)[0])
    return [name for _, name in labels[:-1]]


def test_a_name_that_does_not_fit_goes_over_two_lines_and_is_cut_only_after_them() -> None:
    assert names("Ra quyết định xử phạt") == ["Ra quyết định xử phạt"]
    assert " ".join(names(LONG)) == LONG
    assert len(names(LONG)) == 2
    cut = names(LONG + " " + LONG)
    assert len(cut) == 2
    assert cut[1].endswith("…")
