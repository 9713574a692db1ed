"""`./hientruong serve`: runs only web processes, on a database and a store that run elsewhere."""

from backend.core import settings
from deploy import surroundings, web
from deploy.dropping import plan
from deploy.failures import Failure
from deploy.start_check import demand
from deploy.supervisor import Interrupted, Supervisor, stop_signals


def serve(listen: web.Listen, processes: int) -> int:
    """Run web processes until a stop signal; settings come from the environment. Logs go to stderr."""
    known = settings.load()  # reports a missing setting once here, and not in every process
    listen.check()
    listening = listen.bind()
    try:
        demand(known)
    except Failure:
        listening.close()
        raise
    dropping = plan.of_deployment(known, lambda text: print(text, flush=True))
    env = surroundings.for_child(surroundings.with_files_read() if dropping else None)
    supervisor = Supervisor(lambda text: print(text, flush=True))
    try:
        with stop_signals():
            for child in web.children(listen, listening, processes, env, None, dropping):
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
