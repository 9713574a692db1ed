"""What a phone said of itself, in words: for its row in a list, its page, and the file."""

from admin_ui.shell.formats import duration, moment, number, size, whole_minutes
from admin_ui.shell.words import Language, say
from backend.force.accounts.service import DevicePage, DeviceRow


def clock(row: DeviceRow, language: Language) -> str:
    """Return how far the phone's clock is off; empty if it never said its own."""
    if row.clock_off_s is None:
        return ""
    if not row.clock_wrong:
        return say(language, "devices.clock_right")
    span = duration(whole_minutes(abs(row.clock_off_s)), language)
    key = "devices.clock_fast" if row.clock_off_s < 0 else "devices.clock_slow"
    return say(language, key, span=span)


def measured(page: DevicePage, language: Language) -> str:
    """Return how far the clock is off by what the server measured, and when."""
    found = page.measured
    if found is None or found.off_s is None:
        return say(language, "devices.clock_unmeasured")
    if found.off_s == 0:
        said = say(language, "devices.clock_right")
    else:
        span = duration(whole_minutes(abs(found.off_s)), language)
        key = "devices.clock_fast_by" if found.off_s < 0 else "devices.clock_slow_by"
        said = say(language, key, span=span)
    return f"{said} ({moment(found.at, language)})"


def storage(row: DeviceRow, language: Language) -> str:
    """Return how much the app stores of how much it may; empty if the phone never said it."""
    if row.storage_used is None or row.storage_quota is None:
        return ""
    free = max(0, row.storage_quota - row.storage_used)
    return say(
        language,
        "devices.storage_said",
        used=size(row.storage_used, language),
        free=size(free, language),
    )


def kept(row: DeviceRow, language: Language) -> str:
    """Return whether the browser promised to keep what is stored; empty if it did not say."""
    if row.persisted is None:
        return ""
    return say(language, "devices.kept_yes" if row.persisted else "devices.kept_no")


def unsent(row: DeviceRow, language: Language) -> list[str]:
    """Return what each officer has on the phone that the server lacks, by the phone's account."""
    found = []
    for log in row.unsent:
        at = moment(log.at, language)
        key = "people.unsent_told" if log.count else "people.unsent_nothing"
        said = say(language, key, count=number(log.count, language), at=at)
        found.append(said if log.officer == row.officer else f"{log.officer}: {said}")
    return found


def unsent_parts(row: DeviceRow, language: Language) -> list[str]:
    """Return the same in full: acts, photographs, bytes, and since when the oldest waits."""
    found = []
    for log, said in zip(row.unsent, unsent(row, language), strict=True):
        parts = []
        if log.count and log.acts is not None:
            parts.append(say(language, "devices.acts", count=number(log.acts, language)))
        if log.count and log.photos is not None:
            parts.append(say(language, "devices.photos", count=number(log.photos, language)))
        if log.count and log.size is not None:
            parts.append(size(log.size, language))
        if log.count and log.oldest_at is not None:
            parts.append(say(language, "devices.oldest", at=moment(log.oldest_at, language)))
        found.append(f"{said} ({', '.join(parts)})" if parts else said)
    return found
