"""Run a module as `python -m` does, and write down every connection that the process begins: watched LOG MODULE ..."""

import runpy
import sys
from pathlib import Path

WATCHED = ("socket.connect", "socket.sendto", "socket.sendmsg", "socket.getaddrinfo", "socket.gethostbyname")
LISTENING = "socket.bind"
STARTED = ("subprocess.Popen", "os.exec", "os.posix_spawn", "os.system", "webbrowser.open")

if __name__ == "__main__":
    log = Path(sys.argv[1]).open("a", encoding="utf-8", buffering=1)

    def watch(event: str, args: tuple[object, ...]) -> None:
        if event in (*WATCHED, LISTENING, *STARTED):
            log.write(f"{event}\t{args!r}\n")

    sys.addaudithook(watch)
    sys.argv = sys.argv[2:]
    runpy.run_module(sys.argv[0], run_name="__main__", alter_sys=True)
