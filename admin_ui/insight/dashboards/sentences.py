"""The answer to each question of a dashboard, in words, from its numbers. Pure."""

from collections.abc import Sequence

from admin_ui.insight.charts.amounts import short as short
from admin_ui.shell import formats
from admin_ui.shell.words import Language, say
from backend.insight.dashboards.service import Compared
from backend.insight.rules.boards import Share

_WITHIN = ("0_1", "2_7")
_LATE = ("31_60", "61_")


def money(dong: int, language: Language) -> str:
    """Write an amount for a sentence: as short(), with its currency."""
    return f"{short(dong, language)} {'đồng' if language == 'vi' else 'VND'}"


def tenths(value: int, language: Language) -> str:
    """Write tenths: of days, of cases an officer."""
    return formats.decimal(value, 1, language)


def in_column(value: int, language: Language) -> str:
    """Write tenths for a column, where all have the same places."""
    return formats.fixed(value, 1, language)


def count(value: int, language: Language) -> str:
    """Write a whole number."""
    return formats.number(value, language)


def against(one: Compared, written: str, language: Language) -> str:
    """Say what the same days of last year had, and by how much it changed. `written`: last year's value."""
    if not one.before:
        return say(language, f"dashboard.against_{'nothing' if one.now else 'neither'}")
    change = 1000 * ((one.now or 0) - one.before)
    tenth = (abs(change) * 2 + abs(one.before)) // (2 * abs(one.before))
    if tenth == 0:
        return say(language, "dashboard.against_same", before=written)
    word = "more" if change > 0 else "less"
    percent = formats.decimal(tenth, 1, language)
    return say(language, f"dashboard.against_{word}", before=written, percent=percent)


def counted(key: str, one: Compared, language: Language) -> str:
    """Say how many there were, against last year: `key` is the sentence that names them."""
    before = count(one.before or 0, language)
    return say(
        language,
        key,
        count=count(one.now or 0, language),
        against=against(one, before, language),
    )


def paid(imposed: Compared, collected: Compared, unpaid: Compared, *, language: Language) -> str:
    """Say what was imposed, collected, and is still owed."""
    return say(
        language,
        "dashboard.money_said",
        imposed=money(imposed.now or 0, language),
        against=against(imposed, money(imposed.before or 0, language), language),
        collected=money(collected.now or 0, language),
        collected_against=against(collected, money(collected.before or 0, language), language),
        unpaid=money(unpaid.now or 0, language),
    )


def seized(worth: Compared, top: tuple[str, int] | None, unvalued: int, language: Language) -> str:
    """Say what seized goods are worth, of which field most are, and how many rows have no value.

    `top`: name and value; an empty name where the most is in no field yet.
    """
    if not worth.now and not unvalued:
        return say(language, "dashboard.goods_none")
    found = [
        say(
            language,
            "dashboard.goods_said",
            value=money(worth.now or 0, language),
            against=against(worth, money(worth.before or 0, language), language),
        )
    ]
    if top is not None and worth.now and top[1] > 0:
        percent = formats.decimal((2000 * top[1] + worth.now) // (2 * worth.now), 1, language)
        key = "dashboard.goods_most" if top[0] else "dashboard.goods_most_unknown"
        found.append(say(language, key, name=top[0], percent=percent))
    if unvalued:
        found.append(say(language, "dashboard.goods_unvalued", count=count(unvalued, language)))
    return " ".join(found)


def took(average: Compared, spans: Sequence[Share], language: Language) -> str:
    """Say how long decisions took on average, how many came within a week, and how many after a month."""
    if average.now is None:
        return say(language, "dashboard.time_none")
    found = [say(language, "dashboard.time_said", days=tenths(average.now, language))]
    key = "dashboard.time_before_none" if average.before is None else "dashboard.time_before"
    found[0] += say(language, key, days=tenths(average.before or 0, language))
    total = sum(one.now for one in spans)
    if total:
        soon = sum(one.now for one in spans if one.key in _WITHIN)
        late = sum(one.now for one in spans if one.key in _LATE)
        percent = formats.decimal((2000 * soon + total) // (2 * total), 1, language)
        found.append(
            say(
                language,
                "dashboard.time_spans",
                percent=percent,
                late=count(late, language),
                total=count(total, language),
            )
        )
    return " ".join(found)


def late(
    total: int, unit: tuple[str, int] | None, rule: tuple[str, int] | None, language: Language
) -> str:
    """Say how many limits were missed, where most of them, and which."""
    if not total or rule is None:
        return say(language, "dashboard.late_none")
    values = {
        "count": count(total, language),
        "rule": rule[0],
        "of_rule": count(rule[1], language),
    }
    if unit is None:
        return say(language, "dashboard.late_said", **values)
    return say(
        language,
        "dashboard.late_where",
        **values,
        unit=unit[0],
        of_unit=count(unit[1], language),
    )


def carried(
    open_cases: int, officers: int, most: tuple[str, str] | None, language: Language
) -> str:
    """Say how many cases are open, how many that is for each officer, and where most. `most`: name and number."""
    if not open_cases:
        return say(language, "dashboard.load_none")
    found = say(language, "dashboard.load_said", count=count(open_cases, language))
    if officers:
        each = (20 * open_cases + officers) // (2 * officers)
        found = say(
            language,
            "dashboard.load_each",
            count=count(open_cases, language),
            officers=count(officers, language),
            each=tenths(each, language),
        )
    if most is not None:
        found += " " + say(language, "dashboard.load_most", name=most[0], count=most[1])
    return found


def placed(total: int, top: tuple[str, int] | None, nowhere: int, language: Language) -> str:
    """Say how many inspections there were, near which place most, and how many have no position."""
    if not total:
        return say(language, "dashboard.map_none")
    found = say(language, "dashboard.map_said", count=count(total, language))
    if top is not None:
        found = say(
            language,
            "dashboard.map_most",
            count=count(total, language),
            place=top[0],
            most=count(top[1], language),
        )
    if nowhere:
        found += " " + say(language, "dashboard.map_nowhere", count=count(nowhere, language))
    return found
