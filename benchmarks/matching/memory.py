"""Memory of a process that has a library of some size and has found stories in it.

python -m benchmarks.matching.memory 1000        prints the megabytes before the index, and the most after questions
"""

import math
import os
import sys
from pathlib import Path

from benchmarks.matching.texts import grown
from stories.files.library import read_library
from stories.files.places import SAMPLE

QUESTIONS = ("가장 어려웠던 도전은 무엇이었나요?", "Tell me about a conflict in your team.", "데이터를 어떻게 모았나요")


def main() -> None:
    """Build the index, ask, and print both figures."""
    library = grown(read_library(SAMPLE), int(sys.argv[1]))
    before = most()
    from stories.matching.index import LibraryIndex
    from stories.matching.ranking import find

    index = LibraryIndex(library)
    for question in QUESTIONS:
        find(question, index)
    print(f"{before:.1f} {most():.1f}")


def most() -> float:
    """Return the most memory (resident set) that this process had so far, in megabytes.

    Linux hands the `ru_maxrss` of a parent on to its children, so there the kernel's own mark is read (proc(5)).
    Not a number on Windows, where Python has no way to ask.
    """
    status = Path("/proc/self/status")
    if status.exists():
        lines = dict(line.split(":", 1) for line in status.read_text(encoding="ascii", errors="replace").splitlines())
        return int(lines["VmHWM"].split()[0]) / 1024
    if os.name == "nt":
        return math.nan
    import resource

    return resource.getrusage(resource.RUSAGE_SELF).ru_maxrss / (1 << 20 if sys.platform == "darwin" else 1 << 10)


if __name__ == "__main__":
    main()
