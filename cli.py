"""The command line: the names of the commands and their options. The commands themselves are in deploy/.

Each command imports what it needs when it runs: it starts fast, even if another command's part is broken.
"""

import argparse
import asyncio
import errno
import sys
from collections.abc import Callable
from pathlib import Path
from typing import TYPE_CHECKING

from deploy.backup import command_options
from deploy.failures import Failure

if TYPE_CHECKING:
    from deploy.data_folder import DataFolder
    from deploy.web import Listen


def main(arguments: list[str] | None = None) -> int:
    """Run one command and return its exit code. An expected failure prints one sentence, not a traceback."""
    given, rest = _parser().parse_known_args(sys.argv[1:] if arguments is None else arguments)
    if given.run is _test:
        given.pytest = rest  # its options are pytest's
    elif rest:
        _parser().error(f"unrecognized arguments: {' '.join(rest)}")
    command: Callable[[argparse.Namespace], int] = given.run
    try:
        return command(given)
    except Failure as failure:
        print(f"hientruong: {failure}", file=sys.stderr)
        return failure.exit_code
    except KeyboardInterrupt:
        return 130
    except BrokenPipeError:
        return 141  # the reader of our output has gone, as `| head` does
    except OSError as error:
        if error.errno != errno.ENOSPC:
            raise
        print("hientruong: đĩa đã đầy / the disk is full", file=sys.stderr)
        return 1


def _up(given: argparse.Namespace) -> int:
    from deploy.up import up

    return up(
        _folder(given),
        _listen(given),
        demo=given.demo,
        processes=given.processes,
        begin_store=given.begin_store,
    )


def _serve(given: argparse.Namespace) -> int:
    from deploy import web
    from deploy.serve import serve

    if given.fd is not None:
        web.run_one(given.fd, given.tls_cert, given.tls_key, given.proxies)
        return 0
    return serve(_listen(given), given.processes)


def _worker(_given: argparse.Namespace) -> int:
    from deploy.worker import worker

    return worker()


def _migrate(given: argparse.Namespace) -> int:
    from deploy.migrate import migrate

    return asyncio.run(migrate(_folder(given), make_keys=given.make_keys))


def _verify(given: argparse.Namespace) -> int:
    from deploy.verify import verify

    return verify(_folder(given), given.since)


def _checkpoint(given: argparse.Namespace) -> int:
    from deploy.checkpoint import checkpoint

    return checkpoint(_folder(given), given.out)


def _restored(given: argparse.Namespace) -> int:
    from deploy.restored import restored

    return restored(
        _folder(given),
        reason=given.reason,
        checkpoint=given.checkpoint,
        numbers=given.skip,
        yes=given.yes,
    )


def _recount(given: argparse.Namespace) -> int:
    from deploy import recount

    return recount.chosen(figures=given.figures, words=given.search)(_folder(given))


def _doctor(given: argparse.Namespace) -> int:
    from deploy.doctoring.command import Wanted, doctor

    wanted = Wanted(
        as_json=given.json, fix=given.fix or given.dry_run, dry_run=given.dry_run, yes=given.yes
    )
    return doctor(_folder(given), wanted)


def _jobs(given: argparse.Namespace) -> int:
    from deploy.jobs import jobs

    return jobs(_folder(given), given.release, all_of_them=given.release_all)


def _create_admin(given: argparse.Namespace) -> int:
    from deploy.create_admin import create_admin

    return create_admin(_folder(given), given.username, given.full_name)


def _restructure(given: argparse.Namespace) -> int:
    from deploy.restructure import restructure

    return restructure(_folder(given), given.file, given.mode)


def _confirm_ask(given: argparse.Namespace) -> int:
    from deploy.people_acts import confirm_ask

    return confirm_ask(_folder(given), given.ask, given.reason)


def _reset_administrator(given: argparse.Namespace) -> int:
    from deploy.people_acts import reset_administrator

    return reset_administrator(_folder(given), given.username, given.reason)


def _look_at_originals(given: argparse.Namespace) -> int:
    from deploy.look_at_originals import look_at_originals

    return look_at_originals(_folder(given))


def _rotate_keys(given: argparse.Namespace) -> int:
    from deploy.rotate_keys import rotate_keys

    return rotate_keys(_folder(given), given.reason, given.secrets, given.informants, given.yes)


def _declare_key_stolen(given: argparse.Namespace) -> int:
    from deploy.rotate_keys import declare_key_stolen

    return declare_key_stolen(
        _folder(given), given.key_id, since=given.since, reason=given.reason, yes=given.yes
    )


def _demo_accounts(given: argparse.Namespace) -> int:
    from deploy.demo.accounts import show

    return show(_folder(given).path, as_json=given.json)


def _demo_case(given: argparse.Namespace) -> int:
    from deploy.demo.case import run

    return run(base_url=given.base_url, data_dir=_folder(given).path)


def _demo_visit(given: argparse.Namespace) -> int:
    from deploy.demo.visit import run

    return run(given.photos, base_url=given.base_url, data_dir=_folder(given).path)


def _export_case(given: argparse.Namespace) -> int:
    from deploy.export_case import export_case

    return export_case(_folder(given), given.number, given.out, given.reason, package=given.package)


def _backup(given: argparse.Namespace) -> int:
    from deploy.backup.commands import Wanted, backup

    wanted = Wanted(
        recipient=given.recipient,
        without_keys=given.without_keys,
        full=given.full,
        is_new=given.new_place,
        prove=given.prove,
        every=given.every,
        keep_days=given.keep_days,
        proof_of=given.proof_of,
    )
    return backup(_folder(given), given.to, wanted)


def _restore(given: argparse.Namespace) -> int:
    from deploy.backup.commands import restore

    return restore(
        _folder(given),
        given.source,
        at=given.at,
        identity=given.identity,
        keys=given.keys,
        known=given.key,
        is_trusted=given.trust_this_backup,
        checkpoint=given.checkpoint,
        number=given.backup,
        despite_damage=given.despite_damage,
    )


def _law(given: argparse.Namespace) -> int:
    from deploy import law

    if given.kind == "cases":
        if len(given.facts) != 1:
            raise Failure("law cases cần một tệp CSV", "law cases needs one CSV file")
        return law.cases(Path(given.facts[0]), book=given.book)
    return law.ask(given.kind, given.facts, as_json=given.json, book=given.book)


def _test(given: argparse.Namespace) -> int:
    from deploy.testing import test

    return test(given.pytest)


def _folder(given: argparse.Namespace) -> "DataFolder":
    from deploy import surroundings
    from deploy.data_folder import DEFAULT_NAME, DataFolder

    named: Path | None = given.data_dir
    return DataFolder((named or surroundings.ROOT / DEFAULT_NAME).expanduser().resolve())


def _listen(given: argparse.Namespace) -> "Listen":
    from deploy.web import Listen

    return Listen(
        given.host, given.port, given.tls_cert, given.tls_key, bool(given.proxies), given.proxies
    )


def _parser() -> argparse.ArgumentParser:
    parser = argparse.ArgumentParser(
        prog="hientruong", description="Hiện Trường: kiểm tra thực địa, chứng cứ, phê duyệt."
    )
    commands = parser.add_subparsers(title="commands", metavar="COMMAND", required=True)

    def add(
        name: str, run: Callable[[argparse.Namespace], int], words: str, *, data: bool = True
    ) -> argparse.ArgumentParser:
        command = commands.add_parser(name, help=words, description=words)
        command.set_defaults(run=run)
        if data:
            command.add_argument(
                "--data-dir", type=Path, metavar="DIR", help="data folder (default .hientruong)"
            )
        return command

    command = add("up", _up, "start everything on this machine; Ctrl-C stops it")
    _add_listening(command)
    demo = command.add_mutually_exclusive_group().add_argument
    demo("--demo", choices=("living", "small"), default="living", help="default: living")
    demo("--no-demo", action="store_const", const="", dest="demo", help="no made-up force")
    command.add_argument("--begin-store", action="store_true", help="an empty store for a lost one")
    command.set_defaults(proxies="")
    command = add("serve", _serve, "web processes alone, for real deployments", data=False)
    _add_listening(command)
    command.add_argument(
        "--proxies",
        default="",
        metavar="IPS",
        help="proxies whose forwarded addresses are believed",
    )
    command.add_argument("--fd", type=int, help=argparse.SUPPRESS)
    add("worker", _worker, "one worker process, for real deployments", data=False)
    command = add("migrate", _migrate, "bring the database to this version")
    command.add_argument(
        "--make-keys", action="store_true", help="also the server's keys where there are none"
    )
    command = add("verify", _verify, "recompute the ledger and every stored object")
    command.add_argument("--since", type=Path, metavar="FILE", help="a checkpoint kept outside")
    command = add("checkpoint", _checkpoint, "the newest signed checkpoint, to keep outside")
    command.add_argument("--out", type=Path, required=True, metavar="FILE", help=".json or .html")
    command = add("restored", _restored, "declare that the database was restored, and go on")
    command.add_argument("--reason", metavar="TEXT", help="why: it is recorded")
    command.add_argument("--checkpoint", type=Path, metavar="FILE", help="one kept outside")
    command.add_argument("--skip", type=int, metavar="N", help="numbers that sequences jump over")
    command.add_argument("--yes", action="store_true", help="do it; without, it only tells")
    command = add("recount", _recount, "count every time limit anew, if its rules were corrected")
    command.add_argument("--figures", action="store_true", help="count figures anew; compare")
    command.add_argument("--search", action="store_true", help="write the words of search anew")
    command = add("doctor", _doctor, "how this machine and this installation stand, and what to do")
    command.add_argument("--json", action="store_true", help="for programs")
    command.add_argument(
        "--fix", action="store_true", help="mend what is safe; each is named first"
    )
    command.add_argument("--dry-run", action="store_true", help="only name what --fix would do")
    command.add_argument(
        "--yes", action="store_true", help="with --fix: let held jobs go again, too"
    )
    command = add("export-case", _export_case, "the file of a case as one PDF, or as a package")
    command.add_argument("number", metavar="CASE_NUMBER")
    command.add_argument("--out", type=Path, required=True, metavar="FILE")
    command.add_argument("--reason", required=True, help="why: it is recorded")
    command.add_argument(
        "--package", action="store_true", help="a ZIP: the PDF, and every original beside it"
    )
    command = add("jobs", _jobs, "jobs of the workers that are held, or wait for another try")
    which = command.add_mutually_exclusive_group()
    which.add_argument("--release", nargs="+", type=int, metavar="ID", help="let these go again")
    which.add_argument("--release-all", action="store_true", help="let all that are held go again")
    command = add("create-admin", _create_admin, "the first administrator of an empty installation")
    command.add_argument("--username", default="admin")
    command.add_argument("--full-name", default="Quản trị viên")
    command = add(
        "restructure", _restructure, "merge, split, move, rename units by a list of steps"
    )
    command.add_argument("file", type=Path, metavar="FILE", help="docs/force/restructuring.md")
    how = command.add_mutually_exclusive_group(required=True).add_argument
    how("--check", action="store_const", const="check", dest="mode", help="the list as a whole")
    how("--rehearse", action="store_const", const="rehearse", dest="mode", help="and take it back")
    how("--carry-out", action="store_const", const="carry_out", dest="mode", help="do it, or go on")
    command = add(
        "confirm-ask", _confirm_ask, "confirm what was asked about an officer, as operator"
    )
    command.add_argument("ask", metavar="ID")
    command.add_argument("--reason", required=True, metavar="TEXT")
    command = add("reset-administrator", _reset_administrator, "a link for a sole administrator")
    command.add_argument("username", metavar="USERNAME")
    command.add_argument("--reason", required=True, metavar="TEXT")
    add("look-at-originals", _look_at_originals, "every original now, after the store came back")
    command = add("rotate-keys", _rotate_keys, "new keys for receipts and rescue files")
    command.add_argument("--reason", default="planned rotation", metavar="TEXT")
    command.add_argument("--secrets", action="store_true", help="the key of sealed secrets too")
    command.add_argument("--informants", action="store_true", help="the key of informants too")
    command.add_argument("--yes", action="store_true", help="do not ask")
    command = add("declare-key-stolen", _declare_key_stolen, "from when on a key proves nothing")
    command.add_argument("key_id", metavar="KEY_ID")
    command.add_argument(
        "--from", dest="since", required=True, metavar="DAY", help="e.g. 2026-11-20, in Vietnam"
    )
    command.add_argument("--reason", required=True, metavar="TEXT")
    command.add_argument("--yes", action="store_true", help="do not ask")
    command = add("demo-accounts", _demo_accounts, "how to sign in to the demonstration")
    command.add_argument("--json", action="store_true")
    command = add("demo-visit", _demo_visit, "play a phone and a desk against a running system")
    command.add_argument("--photos", type=Path, required=True, metavar="DIR")
    command.add_argument("--base-url", metavar="URL")
    command = add("demo-case", _demo_case, "play a case from the tip to the archive")
    command.add_argument("--base-url", metavar="URL")
    command = add("law", _law, "ask the law book without a case, or run your own cases", data=False)
    kinds = ("deadline", "sanction", "competence", "explain", "execution", "procedure", "cases")
    command.add_argument("kind", choices=kinds, help="what is asked; cases: a CSV file follows")
    command.add_argument("facts", nargs="*", metavar="KEY=VALUE", help="docs/law/reckoner.md")
    command.add_argument("--json", action="store_true", help="the answer as JSON")
    command.add_argument("--book", metavar="DAY", help="an edition; default: the newest")
    command_options.add(add, _backup, _restore)
    add(
        "test",
        _test,
        "run the tests; --all: the long ones too (options of pytest may follow)",
        data=False,
    )
    return parser


def _add_listening(command: argparse.ArgumentParser) -> None:
    command.add_argument("--port", type=int, default=8000)
    command.add_argument("--host", default="127.0.0.1", help="beyond 127.0.0.1 only with TLS")
    command.add_argument("--tls-cert", type=Path, metavar="FILE")
    command.add_argument("--tls-key", type=Path, metavar="FILE")
    command.add_argument("--processes", type=int, default=2, help="web processes (default 2)")


if __name__ == "__main__":
    sys.exit(main())
