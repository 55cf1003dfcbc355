"""The guards of storybank: what makes each of them, what stands there without it, and the tests that must notice."""

from dataclasses import dataclass

NO_CSV = "CSV prefix: there is no CSV export yet, so that there is nothing to take out"


@dataclass(frozen=True)
class Guard:
    """One guard: the text that makes it, in which file, what stands there without it, and which tests must fail."""

    name: str
    file: str
    text: str
    without: str
    tests: tuple[str, ...]


_FILES = "tests/stories/files"
_DISK = "stories/files/disk.py"
_ORDER = f"{_FILES}/test_disk.py::test_a_save_is_written_synced_renamed_and_the_folder_synced_in_this_order"
_FAULTS = f"{_FILES}/test_reading.py::test_a_file_gives_its_problems_and_what_can_be_read"
_CLOSED = "        finally:\n            os.close(descriptor)\n"

GUARDS: tuple[Guard, ...] = (
    Guard(
        "fsync",
        _DISK,
        f"            os.fsync(descriptor)\n{_CLOSED}    except OSError",
        f"{_CLOSED}    except OSError",
        (_ORDER, f"{_FILES}/test_disk.py::test_a_new_file_is_synced_before_it_has_its_name"),
    ),
    Guard(
        "replace",
        _DISK,
        "os.replace(source, target)",
        "Path(target).write_bytes(Path(source).read_bytes())",
        (_ORDER, f"{_FILES}/test_disk.py::test_whatever_call_fails_the_old_file_is_whole_and_the_next_save_works"),
    ),
    Guard(
        "unique temporary name",
        _DISK,
        "secrets.token_hex(8)",
        "'0' * 16",
        (f"{_FILES}/test_disk.py::test_every_save_has_a_temporary_file_of_its_own",),
    ),
    Guard(
        "hash check",
        "stories/files/saving.py",
        "content.version != version",
        "False",
        (f"{_FILES}/test_saving.py::test_a_save_into_a_file_that_was_edited_meanwhile_is_refused",),
    ),
    Guard(
        "lock",
        "stories/files/saving.py",
        "lock.acquire(timeout=LOCK_SECONDS)",
        "lock.timeout",
        (f"{_FILES}/test_disk.py::test_a_library_that_another_process_saves_into_for_long_is_told_to_be_in_use",),
    ),
    Guard("alias refusal", "stories/files/tree.py", 'raise TreeError("anchor"', 'TreeError("anchor"', (_FAULTS,)),
    Guard("size cap", _DISK, "MAX_BYTES = 256 * 1024", "MAX_BYTES = 256 * 1024**2", (_FAULTS,)),
    Guard(
        "NFC",
        "stories/text.py",
        'unicodedata.normalize("NFC", text)).rstrip()',
        "text).rstrip()",
        (_FAULTS, "tests/stories/test_text.py"),
    ),
    Guard(
        "XML cleaning",
        "exporters/word/writing.py",
        "escape(without_unstorable(words))",
        "escape(words)",
        (
            "tests/exporters/test_prep_sheet_word.py::"
            "test_what_no_file_can_hold_is_replaced_even_where_no_one_cleaned_it_before",
        ),
    ),
    Guard(
        "allowed hosts",
        "screens/serving.py",
        '"server.allowedHosts": ["127.0.0.1", "localhost"],',
        "",
        ("tests/test_quality.py::test_the_app_stays_on_this_machine_and_tells_nobody",),
    ),
    Guard(
        "exclusive create",
        _DISK,
        "os.link(temporary, path)",
        "os.replace(temporary, path)",
        (f"{_FILES}/test_disk.py::test_a_new_file_never_overwrites_one_that_came_meanwhile",),
    ),
    Guard(
        "fsync of the folder",
        _DISK,
        f"            os.fsync(descriptor)\n{_CLOSED}\n\ndef forget",
        f"            pass\n{_CLOSED}\n\ndef forget",
        (_ORDER,),
    ),
    Guard(
        "look again before the renaming",
        "stories/files/saving.py",
        "disk.replace(path, after, before)",
        "disk.replace(path, after)",
        ("tests/benchmarks/test_durability.py::test_an_edit_during_a_save_is_not_overwritten",),
    ),
    Guard(
        "read-back check",
        "stories/files/fields.py",
        "    _check(root, result, changes)\n",
        "",
        (
            f"{_FILES}/test_saving.py::"
            "test_a_writer_that_changes_the_text_or_another_field_is_caught_before_anything_is_written",
        ),
    ),
)
"""Those of the rules of the house, and three that came later. A text that is there twice is replaced at both places."""
