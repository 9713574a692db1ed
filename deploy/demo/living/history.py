"""The process that plays a demonstration's history, as a part of `up` that ends by itself."""

import sys
from dataclasses import dataclass, field
from pathlib import Path

from deploy import surroundings
from deploy.data_folder import DataFolder
from deploy.supervisor import Child

_MOST_STARTS = 3


@dataclass
class Once(Child):
    """A child that has done its work when it ends well, and is given up after three failures."""

    starts: int = field(default=0, init=False)

    def start(self) -> None:
        """Start the process, or start it again."""
        self.starts += 1
        super().start()

    def alive(self) -> bool:
        """Tell whether it runs, or need not run any more."""
        if super().alive() or self.process is None:
            return self.process is not None
        return self.process.returncode == 0 or self.starts >= _MOST_STARTS


def part(folder: DataFolder, env: dict[str, str], began: float) -> Once:
    """Return the player of this folder's history; it ends at once if nothing is left to play.

    It writes to our own output: lines of progress, which the reader of `up` sees.
    """
    return Once("history", command(folder.path, None, began), env, None)


def command(data_dir: Path, part: str | None, began: float) -> list[str]:
    """Return the command line that plays the whole history, or one part of it."""
    words = ["--data-dir", str(data_dir), "--began", str(began)]
    words += ["--part", part] if part else []
    code = f"import runpy, sys; sys.path.insert(0, {str(surroundings.ROOT)!r}); "
    code += "runpy.run_module('deploy.demo.living', run_name='__main__', alter_sys=True)"
    return [sys.executable, "-P", "-c", code, *words]
