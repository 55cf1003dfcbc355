"""Run a module as `python -m` does, and write down every connection that the process begins: watched LOG MODULE ..."""

import os
import runpy
import sys

WATCHED = ("socket.connect", "socket.sendto", "socket.sendmsg", "socket.getaddrinfo", "socket.gethostbyname")
LISTENING = "socket.bind"
STARTED = ("subprocess.Popen", "os.exec", "os.posix_spawn", "os.system", "webbrowser.open")

if __name__ == "__main__":
    log = os.open(sys.argv[1], os.O_WRONLY | os.O_CREAT | os.O_APPEND)

    def watch(event: str, args: tuple[object, ...]) -> None:
        if event in (*WATCHED, LISTENING, *STARTED):
            os.write(log, f"{event}\t{args!r}\n".encode("utf-8", "replace"))

    sys.addaudithook(watch)
    sys.argv = sys.argv[2:]
    runpy.run_module(sys.argv[0], run_name="__main__", alter_sys=True)
