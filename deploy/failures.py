"""Expected failures of commands, as an operator sees them.

Each has one sentence in each language and an exit code, never a traceback. Any other exception that
escapes is a bug and is shown as one.
"""


class Failure(Exception):
    """An expected failure of a command.

    It is shown as `vi / en` on one line, and ends the command with `exit_code`.
    """

    def __init__(self, vi: str, en: str, exit_code: int = 1) -> None:
        """Store both sentences. `exit_code` is 1 unless the command documents another."""
        super().__init__(f"{vi} / {en}")
        self.vi = vi
        self.en = en
        self.exit_code = exit_code
