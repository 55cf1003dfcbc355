"""What a long run tells while it works: one line on stderr, so that the tables on stdout stay clean."""

import sys
import time

_STARTED = time.perf_counter()


def tell(what: str) -> None:
    """Print the seconds since the start and what begins now."""
    print(f"{time.perf_counter() - _STARTED:6.1f} s  {what}", file=sys.stderr, flush=True)
