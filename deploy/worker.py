"""`./hientruong worker`: one worker process, counted together with the web processes of its machine."""

from backend.health.processes import WORKER
from deploy import counting


def worker() -> None:
    """Work until SIGTERM or Ctrl-C; settings come from the environment."""
    counting.join(WORKER)
    from backend.jobs.run import main as work  # only now: its metrics are made when it is imported

    work()
