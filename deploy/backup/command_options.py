"""The options of `./hientruong backup` and `restore`. Imports nothing of ours: the command line starts fast."""

import argparse
from collections.abc import Callable
from pathlib import Path

Command = Callable[[argparse.Namespace], int]


def add(
    add_command: Callable[..., argparse.ArgumentParser], backup: Command, restore: Command
) -> None:
    """Add the commands `backup` and `restore` with their options to the command line."""
    command = add_command("backup", backup, "back up the embedded parts while everything runs")
    command.add_argument("--to", required=True, metavar="DIR|s3://BUCKET")
    command.add_argument("--recipient", metavar="age1…", help="to whom the keys are encrypted")
    command.add_argument(
        "--without-keys", action="store_true", help="you keep keys/ and secrets.json yourself"
    )
    command.add_argument("--full", action="store_true", help="begin a new chain")
    command.add_argument(
        "--new-place", action="store_true", help="once: another disk lies there, or it was emptied"
    )
    command.add_argument("--prove", action="store_true", help="bring it back and verify it")
    command.add_argument("--every", metavar="15m", help="again and again, each proven")
    command.add_argument("--keep-days", type=int, metavar="N", help="chains that ended before go")
    command.add_argument("--proof-of", help=argparse.SUPPRESS)
    command = add_command("restore", restore, "a new data folder from a backup", data=False)
    command.add_argument("--from", dest="source", required=True, metavar="DIR|s3://BUCKET")
    command.add_argument("--data-dir", type=Path, required=True, metavar="NEW")
    command.add_argument("--at", metavar="TIME", help="RFC 3339; default: the newest")
    command.add_argument("--backup", metavar="ID", help="this one, whole; default: the newest")
    command.add_argument(
        "--despite-damage", action="store_true", help="without objects that are damaged or gone"
    )
    command.add_argument(
        "--identity", type=Path, metavar="FILE", help="the operator's age identity"
    )
    command.add_argument("--keys", type=Path, metavar="DIR", help="with keys/ and secrets.json")
    command.add_argument("--key", metavar="KEY_ID", help="a key of ours, from a kept checkpoint")
    command.add_argument("--checkpoint", type=Path, metavar="FILE", help="one kept outside")
    command.add_argument(
        "--trust-this-backup", action="store_true", help="nobody else can write where it lies"
    )
