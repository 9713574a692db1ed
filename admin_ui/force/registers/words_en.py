"""Words of the registers of numbers of units."""

WORDS = {
    "registers.title": "Registers of numbers",
    "registers.said": "Each register counts on within its year. A number that is not used is void with a reason "
    "(Circular 22/2021 Art 6).",
    "registers.show": "Show",
    "registers.symbol": "Symbol",
    "registers.last": "Last number given",
    "registers.next": "Next number",
    "registers.opening": "Begins",
    "registers.opened_at": "behind number {number}, given on paper",
    "registers.register": "Register",
    "registers.act_open": "Enter the opening number",
    "registers.follows_open": "Once, when the unit begins to work here: this year's register goes on behind the "
    "numbers given on paper. It "
    "cannot be corrected, and a register never goes back.",
    "registers.number_open": "Last number given on paper",
    "registers.number_hint_open": "Only the running number: for 0120 write 120. The next paper will be 121.",
    "registers.reason_hint_open": "From which book it was read, and who checked it.",
    "registers.number_needed_open": "Give a whole number from 1 to 99,999.",
    "registers.act_set_aside": "Set numbers aside",
    "registers.follows_set_aside": "The next numbers are set aside, to be written on paper while the system does "
    "not work. Print the list for the "
    "unit. Afterwards each number is entered with its signed paper, or void with a reason.",
    "registers.number_set_aside": "How many",
    "registers.number_hint_set_aside": "From 1 to {most}.",
    "registers.reason_hint_set_aside": "Which outage, and since when.",
    "registers.number_needed_set_aside": "Give how many, from 1 to 200.",
    "registers.done_opened": "The opening number was entered.",
    "registers.done_aside": "The numbers were set aside. Open the range to print its list.",
    "registers.done_back": "The numbers are void.",
    "registers.ranges": "Numbers set aside for an outage",
    "registers.range": "Range of numbers",
    "registers.no_ranges": "No numbers were set aside.",
    "registers.set_aside_at": "Set aside",
    "registers.accounted": "Accounted for",
    "registers.counts": "{used} used, {void} void",
    "registers.open_count": "{count} open",
    "registers.all_accounted": "all",
    "registers.range_said": "A number used on paper: draft the paper in its case, open its page for signing, choose "
    "“Signed on paper in an outage”, "
    "give its number and day, then send the scan. A number that was not used: tick it and void it with a reason.",
    "registers.state": "State",
    "registers.on_paper": "Paper, reason",
    "registers.used": "used",
    "registers.void": "void",
    "registers.not_accounted": "not accounted for",
    "registers.paper": "Open the paper",
    "registers.void_title": "Void the ticked numbers",
    "registers.void_said": "Only numbers that are on no paper. A void number is never used again.",
    "registers.void_now": "Void the numbers for good",
    "registers.numbers_needed": "Tick at least one number.",
    "registers.before_link": "Signed on paper in an outage, or lost by a restore",
    "registers.before_said": "The unit has numbers set aside that are not accounted for: a paper that was signed on "
    "paper with one of them is "
    "entered here with its number and day, then its scan is sent.",
    "registers.before_day": "From the day on which the numbers were set aside to today.",
    "registers.sure": "The ticked numbers are on no paper. A void number is never used again.",
    "registers.sure_needed": "Confirm that these numbers are on no paper.",
}
