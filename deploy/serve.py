"""`./hientruong serve`: web processes alone, on a database and a store that run elsewhere."""

from backend import settings
from deploy import surroundings, web
from deploy.failures import Failure
from deploy.start_check import demand
from deploy.supervisor import Interrupted, Supervisor, stop_signals


def serve(listen: web.Listen, processes: int) -> int:
    """Run web processes until a stop signal; settings come from the environment. Logs go to stderr."""
    known = settings.load()  # a missing setting is told here, once, and not by every process
    listen.check()
    listening = listen.bind()
    try:
        demand(known)
    except Failure:
        listening.close()
        raise
    supervisor = Supervisor(lambda text: print(text, flush=True))
    try:
        with stop_signals():
            for child in web.children(
                listen, listening, processes, surroundings.for_child(), log=None
            ):
                supervisor.start(child)
            web.wait_ready(listen, supervisor.check)
            print(f"{listen.url} sẵn sàng / ready", flush=True)
            supervisor.watch()
    except Interrupted:
        pass
    finally:
        supervisor.stop()
        listening.close()
    return 0
