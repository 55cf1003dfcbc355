"""The `storybank` command: open the app, or find, export, check and edit from a shell. Imports no Streamlit."""

import argparse
import datetime
import io
import locale
import os
import sys
from collections.abc import Callable, Sequence
from functools import partial
from itertools import pairwise
from pathlib import Path
from typing import NoReturn, get_args

from languages import LANGUAGES, Sentences, sentences
from screens.parts.telling import error_sentence, record_name
from stories.errors import (
    BadCommand,
    CannotRead,
    CannotWrite,
    NotAText,
    StoryBankError,
    UnclearCommand,
    UnknownDocument,
)
from stories.files.faults import log_of, note_fault
from stories.files.library import MODELS, Library, read_library
from stories.files.names import composed, require_safe
from stories.files.places import SAMPLE, is_named, library_folder
from stories.model.application import CountingRule
from stories.text import one_line

DONE, BROKEN_FILE, STOPPED = 0, 1, 2
"""Exit codes: done; the library has a file that cannot be read (`check`); an action could not go on."""


def main(arguments: Sequence[str] | None = None) -> int:
    """Run the command and return its exit code; what stops it is told on stderr in one sentence."""
    # Bytes on stdin that are not UTF-8 become what no file can hold, so that they are refused and not replaced.
    for stream, errors in ((sys.stdin, "surrogateescape"), (sys.stdout, "replace"), (sys.stderr, "replace")):
        if isinstance(stream, io.TextIOWrapper):
            stream.reconfigure(encoding="utf-8-sig" if stream is sys.stdin else "utf-8", errors=errors)
    typed = list(sys.argv[1:] if arguments is None else arguments)
    say = sentences(_language(typed))
    try:
        options = _parser(say).parse_args(typed, argparse.Namespace(library=None))
        code: int = options.run(options, say)
        sys.stdout.flush()
        return code
    except StoryBankError as error:
        print(error_sentence(say, error), file=sys.stderr)
        return STOPPED
    except BrokenPipeError:
        os.dup2(os.open(os.devnull, os.O_WRONLY), sys.stdout.fileno())
        return DONE
    except KeyboardInterrupt:
        return STOPPED
    except Exception as error:  # noqa: BLE001 - noted, and told in a sentence
        print(say("fault.noted", number=note_fault(error), file=log_of()), file=sys.stderr)
        return STOPPED


class _Parser(argparse.ArgumentParser):
    """argparse, except that a bad call becomes our own sentence."""

    def error(self, message: str) -> NoReturn:
        raise UnclearCommand(usage=f"{self.prog} --help")


def _language(typed: Sequence[str]) -> str:
    """Return the language named on the command line, else that of the shell, else Korean."""
    named = [word.partition("=")[2] for word in typed if word.startswith("--language=")]
    named += [after for before, after in pairwise(typed) if before == "--language"]
    shell = [os.environ.get(name, "") for name in ("LC_ALL", "LC_MESSAGES", "LANG")]
    shell += [locale.getlocale()[0] or ""] if os.name == "nt" else []
    found = [name[:2].casefold() for name in (*named, *shell)]
    return next((name for name in found if name in LANGUAGES), LANGUAGES[0])


def _parser(say: Sentences) -> argparse.ArgumentParser:
    shared = _Parser(add_help=False)
    shared.add_argument("--library", type=Path, metavar="DIR", default=argparse.SUPPRESS, help=say("cli.library"))
    shared.add_argument("--language", choices=LANGUAGES, default=argparse.SUPPRESS, help=say("cli.language"))
    parser = _Parser(prog="storybank", description=say("cli.about"), parents=[shared])
    parser.set_defaults(run=_open)
    parser.add_argument("--port", type=int, default=8501, help=say("cli.port"))
    parser.add_argument("--no-browser", action="store_true", help=say("cli.no_browser"))
    commands = parser.add_subparsers(metavar="COMMAND", parser_class=_Parser)

    def command(name: str, run: Callable[[argparse.Namespace, Sentences], int]) -> argparse.ArgumentParser:
        made = commands.add_parser(name, help=say(f"cli.{name}"), description=say(f"cli.{name}"), parents=[shared])
        made.set_defaults(run=run)
        return made

    finding = command("find", _find)
    finding.add_argument("question", nargs="?", help=say("cli.question"))
    finding.add_argument("--from", dest="questions", type=Path, metavar="FILE", help=say("cli.from"))
    finding.add_argument("--json", action="store_true", help=say("cli.json"))
    finding.add_argument("--limit", type=int, default=5, help=say("cli.limit"))
    exporting = command("export", _export)
    exporting.add_argument("document", help=say("cli.document"))
    exporting.add_argument("application", nargs="?", type=composed, help=say("cli.application"))
    exporting.add_argument("--output", type=Path, metavar="FILE", help=say("cli.output"))
    counting = command("count", _count)
    counting.add_argument("text", type=Path, metavar="FILE", help=say("cli.text"))
    counting.add_argument("--limit", type=int, metavar="N", help=say("cli.count_limit"))
    rules = get_args(CountingRule)
    counting.add_argument("--rule", choices=rules, default=rules[0], metavar="RULE", help=say("cli.rule"))
    counting.add_argument("--json", action="store_true", help=say("cli.json"))
    planning = command("plan", _plan)
    planning.add_argument("application", type=composed, help=say("cli.planned"))
    planning.add_argument("--json", action="store_true", help=say("cli.json"))
    command("check", _check)
    making = command("new", _new)
    making.add_argument("kind", choices=("story",), help=say("cli.kind"))
    making.add_argument("title", help=say("cli.title"))
    making.add_argument("--id", default="", help=say("cli.id"))
    replacing = command("set", _set)
    replacing.add_argument("story", type=composed, help=say("cli.story"))
    replacing.add_argument("field", help=say("cli.field"))
    return parser


def _library(options: argparse.Namespace) -> Library:
    """Return the library that is meant; the sample where the user has none yet and named none."""
    folder = library_folder(options.library)
    return read_library(SAMPLE if not folder.exists() and not is_named(options.library) else folder)


def _open(options: argparse.Namespace, say: Sentences) -> int:
    from screens.serving import serve

    serve(options.library, port=options.port, open_browser=not options.no_browser)
    return DONE


def _find(options: argparse.Namespace, say: Sentences) -> int:
    from screens.parts.printing import as_json, as_text
    from stories.matching.index import LibraryIndex
    from stories.matching.ranking import find

    if (options.question is None) == (options.questions is None):
        raise BadCommand(detail=say("cli.one_question"), usage='storybank find "…"')
    asked = [options.question] if options.questions is None else _lines(options.questions)
    index = LibraryIndex(_library(options))
    for question in asked:
        answer = find(question, index, limit=max(options.limit, 0))
        if options.questions is not None and not options.json:
            print(f"\n? {one_line(question)}")
        print(as_json(answer, index, say) if options.json else as_text(answer, index, say))
    return DONE


def _lines(path: Path) -> list[str]:
    """Return the questions of a file, one a line; the end of the last line starts no question."""
    try:
        raw = sys.stdin.read() if str(path) == "-" else path.read_text(encoding="utf-8-sig")
    except (OSError, UnicodeDecodeError) as error:
        raise CannotRead(file=str(path), detail=str(error)) from None
    return raw.removesuffix("\n").split("\n") if raw else []


def _plan(options: argparse.Namespace, say: Sentences) -> int:
    from screens.parts.planning import printed_plan

    print(printed_plan(_library(options), options.application, say, as_json=options.json))
    return DONE


def _export(options: argparse.Namespace, say: Sentences) -> int:
    from exporters import DOCUMENTS
    from stories.files import disk
    from stories.matching.index import LibraryIndex
    from stories.matching.ranking import best_story, kind_of

    document = next((one for one in DOCUMENTS if one.id == options.document), None)
    if document is None:
        raise UnknownDocument(document=options.document[:40], documents=", ".join(one.id for one in DOCUMENTS))
    library = _library(options)
    index = LibraryIndex(library)
    content = document.build(
        library,
        options.application,
        best_story=partial(best_story, index=index),
        kind_of=partial(kind_of, index=index),
        today=datetime.date.today(),
        say=say,
    )
    output: Path = options.output or Path(document.file_name(library, options.application, say))
    if not os.path.isdir(output.absolute().parent):  # noqa: PTH112 - unlike Path.is_dir, it never raises
        raise CannotWrite(file=output.name, folder=str(output.absolute().parent), reason="folder-gone", detail="")
    (disk.replace if os.path.exists(output) else disk.create)(output, content)  # noqa: PTH110 - it never raises
    print(say("cli.written", file=str(output)))
    return DONE


def _count(options: argparse.Namespace, say: Sentences) -> int:
    """Over the limit is advice and no error, so that it ends well too."""
    from screens.parts.counting import printed_count

    limit: int | None = options.limit
    print(printed_count(options.text, sys.stdin.buffer, limit, options.rule, say, as_json=options.json))
    return DONE


def _check(options: argparse.Namespace, say: Sentences) -> int:
    from screens.parts.checking import printed_check

    library = _library(options)
    for line in printed_check(library, say):
        print(line)
    return BROKEN_FILE if any(problem.severity == "error" for problem in library.problems) else DONE


def _new(options: argparse.Namespace, say: Sentences) -> int:
    from stories.files.saving import create_record
    from stories.files.starting import start_library

    if not options.title.strip():
        raise BadCommand(detail=say("cli.title_needed"), usage="storybank new --help")
    wanted = require_safe(options.id) if options.id else ""
    folder = library_folder(options.library)
    if not folder.exists() and not is_named(options.library):
        start_library(folder)
    library = read_library(folder)
    made = create_record(library, "stories", options.title, {"title": options.title}, wanted)
    print(say("cli.written", file=str(folder / "stories" / f"{made}.yaml")))
    return DONE


def _set(options: argparse.Namespace, say: Sentences) -> int:
    from stories.files.given import STANDARD_INPUT, read_given
    from stories.files.saving import save_fields

    library = _library(options)
    known = MODELS["stories"].model_fields
    if options.field in known and not isinstance(known[options.field].default, str):
        raise NotAText(field=options.field)
    text = read_given(STANDARD_INPUT, sys.stdin.buffer)
    save_fields(library, "stories", options.story, {options.field: text})
    print(say("cli.done_set", title=record_name(library, "stories", options.story), field=options.field))
    return DONE


if __name__ == "__main__":
    sys.exit(main())
