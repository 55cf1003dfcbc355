"""Random titles and ids become files: none leaves its folder, is refused by a system, or takes another's place."""

import random
import re
import shutil
import unicodedata
from pathlib import Path, PurePosixPath, PureWindowsPath

from benchmarks.durability.outcome import Outcome, Task
from stories.errors import NameTaken, UnsafeName
from stories.files import disk
from stories.files.names import folded, id_from, require_safe
from stories.files.saving import taken_names

FILES = 60
"""Files in one folder, before another one is begun."""
PIECES = (
    "..", ".", "/", "\\", ":", "~", "-", "_", " ", "\0", "\n", "con", "CON", "nul", "aux", "prn", "com1", "COM¹",
    "lpt9", "clock$", "CONIN$", ".yaml", ".yml", ".tmp", ".~", "desktop.ini", "빅 콘테스트", "지원",
    "\u110c\u1175\u110b\u116f", "Café", "Cafe\u0301", "STRASSE", "straße", "İ", "ı", "ﬀ", "ſ", "Ω", "Ω", "가" * 90,
    "A" * 240, "😀", "\u200b", "\u202e", "\ufeff", "\ud800", "%2e%2e", "a", "b", "1", "(1)", " 2", " - 복사본",
    ".sync-conflict-20190101", "*", "?", "<", '"', "|",
)  # fmt: skip
DEVICES = re.compile(r"(con|prn|aux|nul|com[0-9¹²³]|lpt[0-9¹²³]|conin\$|conout\$|clock\$)(\..*)?$", re.IGNORECASE)
_NOT_ON_WINDOWS = re.compile(r'[<>:"/\\|?*\x00-\x1f]')


def file_names(task: Task) -> Outcome:
    """Make so many files, in folders of FILES, from random titles and from random ids."""
    chance, outcome, number, there = random.Random(task.seed), Outcome(), 0, dict[str, str]()
    stories = task.folder / "library" / "stories"
    for turn in range(task.tries):
        if len(there) >= FILES or not turn:
            wrong = _changed(stories, there)
            if wrong:
                outcome.fault(wrong)
            shutil.rmtree(stories.parent, ignore_errors=True)
            stories.mkdir(parents=True)
            there = {}
        typed, number = _typed(chance), number + 1
        try:
            given = require_safe(typed) if chance.random() < 0.4 else id_from(typed, taken_names(stories))
        except UnsafeName as error:
            shown = str(error.details["id"])
            outcome.add("" if _printable(shown) else f"{typed!r} is shown as {shown!r}")
            outcome.see("ids refused")
        else:
            outcome.add(_made(stories, given, str(number), there) or _unfit(given))
        task.tell()
    outcome.see("files made", sum(1 for _ in stories.iterdir()) if stories.exists() else 0)
    return outcome


def _typed(chance: random.Random) -> str:
    """Return a title or an id that somebody could type, or a program send."""
    if chance.random() < 0.3:
        return "".join(chr(chance.choice((chance.randrange(0x80), chance.randrange(0x110000)))) for _ in range(8))
    return "".join(chance.choices(PIECES, k=chance.randint(1, 5)))


def _made(stories: Path, name: str, content: str, there: dict[str, str]) -> str:
    """Make the file; return what is wrong with it, or nothing. `there` are the files that were made, by name."""
    path = stories / f"{name}.yaml"
    taken = folded(name) in map(folded, there)
    try:
        disk.create(path, content.encode())
    except NameTaken:
        return "" if name in there else f"{name!r} is told to be taken"
    if taken and name in there:
        return f"{name!r} was overwritten"
    there[name] = content
    outside = [one for one in stories.parent.parent.rglob("*") if one.is_file() and one.parent != stories]
    return f"{name!r} made {outside}" if outside else ""


def _changed(stories: Path, there: dict[str, str]) -> str:
    """Return what is not as it was made."""
    found = {path.name.removesuffix(".yaml"): path.read_text(encoding="utf-8") for path in stories.glob("*")}
    return "" if found == there else f"{set(found.items()) ^ set(there.items())} differ"


def _unfit(name: str) -> str:
    """Return why some system would refuse the name, take it for another, or lead out of the folder."""
    file = f"{name}.yaml"
    if len(f"{name}-9999.yaml".encode()) > 255 or len(unicodedata.normalize("NFD", file).encode()) > 255 * 3:
        return f"{name!r} is too long"
    if DEVICES.fullmatch(name) or DEVICES.fullmatch(file):
        return f"{name!r} is a device of Windows"
    if _NOT_ON_WINDOWS.search(name) or name[-1] in ". " or name[0] in ". -~":
        return f"{name!r} has a letter that Windows refuses"
    if PurePosixPath(file).name != file or PureWindowsPath(file).name != file or not _printable(name):
        return f"{name!r} is no plain name"
    return "" if name == unicodedata.normalize("NFC", name) else f"{name!r} is not composed"


def _printable(name: str) -> bool:
    try:
        name.encode()
    except UnicodeEncodeError:
        return False
    return True
