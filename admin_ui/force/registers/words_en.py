"""Words of the registers of numbers of units."""

WORDS = {
    "registers.title": "Registers of numbers",
    "registers.said": "Each register numbers its papers without a gap through the year. A number that is not used "
    "must be voided, with a reason (Circular 22/2021 Art 6).",
    "registers.show": "Show",
    "registers.symbol": "Symbol",
    "registers.last": "Last number issued",
    "registers.next": "Next number",
    "registers.opening": "Opening number",
    "registers.opened_at": "after number {number}, the last one on paper",
    "registers.register": "Register",
    "registers.act_open": "Enter the opening number",
    "registers.follows_open": "Only once, when the unit starts to use this system: this year's register continues "
    "after the numbers already used on paper. The opening number cannot be corrected, and a register never goes back.",
    "registers.number_open": "Last number used on paper",
    "registers.number_hint_open": "Only the running number: for 0120 write 120. The next paper will be 121.",
    "registers.reason_hint_open": "The register book it was read from, and who checked it.",
    "registers.number_needed_open": "Enter a whole number from 1 to 99,999.",
    "registers.act_set_aside": "Set numbers aside",
    "registers.follows_set_aside": "The next numbers are set aside for papers written by hand while the system is "
    "down. Print the list for the unit. Afterwards each number is entered with its signed paper, "
    "or voided with a reason.",
    "registers.number_set_aside": "How many",
    "registers.number_hint_set_aside": "From 1 to {most}.",
    "registers.reason_hint_set_aside": "Which outage, and when it began.",
    "registers.number_needed_set_aside": "Enter how many, from 1 to 200.",
    "registers.done_opened": "The opening number was entered.",
    "registers.done_aside": "The numbers were set aside. Open the range to print its list.",
    "registers.done_back": "The numbers were voided.",
    "registers.ranges": "Numbers set aside for an outage",
    "registers.range": "Range of numbers",
    "registers.no_ranges": "No numbers were set aside.",
    "registers.set_aside_at": "Set aside",
    "registers.accounted": "Accounted for",
    "registers.counts": "{used} used, {void} void",
    "registers.open_count": "{count} open",
    "registers.all_accounted": "all",
    "registers.range_said": "For a number that was used: draft the paper in its case, open its page for signing, "
    "choose “Signed on paper in an outage”, enter the number and the date, then send the scan. For a number that was "
    "not used: tick it and void it with a reason.",
    "registers.state": "State",
    "registers.on_paper": "Paper or reason",
    "registers.used": "used",
    "registers.void": "void",
    "registers.not_accounted": "not accounted for",
    "registers.paper": "Open the paper",
    "registers.void_title": "Void the ticked numbers",
    "registers.void_said": "Only numbers that stand on no paper. A void number is never used again.",
    "registers.void_now": "Void the numbers for good",
    "registers.numbers_needed": "Tick at least one number.",
    "registers.before_link": "Signed on paper in an outage, or lost by a restore",
    "registers.before_said": "The unit has numbers set aside that are not accounted for. Enter a paper that was signed "
    "by hand with one of them here, with its number and date; then send its scan.",
    "registers.before_day": "Between the day on which the numbers were set aside and today.",
    "registers.sure": "The ticked numbers stand on no paper. A void number is never used again.",
    "registers.sure_needed": "Confirm that these numbers stand on no paper.",
}
