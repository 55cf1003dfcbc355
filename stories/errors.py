"""Actions that cannot go on: one base, small subclasses, a code and its details. The sentence is in languages/."""


class StoryBankError(Exception):
    """An action was stopped; `code` names the sentence and `details` fills it. Nothing was changed."""

    code = "stopped"

    def __init__(self, **details: str | int) -> None:
        super().__init__(self.code, details)
        self.details = details


class LibraryMissing(StoryBankError):
    """The folder of the library does not exist."""

    code = "library-missing"


class LibraryNotAFolder(StoryBankError):
    """The library's path is a file."""

    code = "library-not-a-folder"


class FolderNotEmpty(StoryBankError):
    """A new library was to be made where files already are."""

    code = "folder-not-empty"


class NotFound(StoryBankError):
    """No record has this id."""

    code = "not-found"


class NoQuestions(StoryBankError):
    """The application has no questions to plan for."""

    code = "no-questions"


class UnsafeName(StoryBankError):
    """The id cannot be a file name inside the library."""

    code = "unsafe-name"


class NameTaken(StoryBankError):
    """A file with this id exists already."""

    code = "name-taken"


class ChangedOnDisk(StoryBankError):
    """The file is not the one that was read: another window or program has changed it."""

    code = "changed-on-disk"


class QuestionGone(StoryBankError):
    """The question of the application is not in its file any more; another window or program took it out."""

    code = "question-gone"


class Vanished(StoryBankError):
    """The file was there when it was read and is gone now."""

    code = "vanished"


class FileNotReadable(StoryBankError):
    """The file has a problem, so nothing is written into it."""

    code = "file-not-readable"


class MadeByNewer(StoryBankError):
    """A file of the library was made by a newer program, so that this one only reads the library."""

    code = "made-by-newer"


class UnknownField(StoryBankError):
    """The record has no field of this name."""

    code = "unknown-field"


class NotAText(StoryBankError):
    """The field holds a list or rows and cannot be replaced by a text."""

    code = "not-a-text"


class NotStorable(StoryBankError):
    """The text has a character that a file cannot hold, or would not read back as it is."""

    code = "not-storable"


class CannotWrite(StoryBankError):
    """The disk refused: full, read-only, no permission, or in use by another program."""

    code = "cannot-write"


class BadCommand(StoryBankError):
    """The command line was called with something that does not fit; `details` says what."""

    code = "bad-command"


class UnclearCommand(StoryBankError):
    """The command line was called with something that is not one of its commands or options."""

    code = "unclear-command"


class SampleIsReadOnly(StoryBankError):
    """The sample that comes with storybank is read and never written."""

    code = "sample-read-only"


class CannotRead(StoryBankError):
    """A file named on the command line or uploaded cannot be read."""

    code = "cannot-read"


class UnreadableText(StoryBankError):
    """A file named on the command line is there and holds no text that can be read; `problem` is its code."""

    code = "unreadable-text"


class NotABackup(StoryBankError):
    """The file is no backup that storybank made, or not whole any more; `reason` says which."""

    code = "not-a-backup"


class BackupTooLarge(StoryBankError):
    """The library holds more than one backup can; `reason` says of what."""

    code = "backup-too-large"


class UnknownDocument(StoryBankError):
    """There is no document of this name."""

    code = "unknown-document"


class PortTaken(StoryBankError):
    """The port is in use, perhaps by a storybank that is open already."""

    code = "port-taken"
