"""Bytes from and to the disk: read within limits, replace atomically, create without overwriting."""

import contextlib
import errno
import hashlib
import os
import secrets
import stat
import time
from pathlib import Path

from stories.errors import CannotWrite, ChangedOnDisk, NameTaken, StoryBankError

MAX_BYTES = 256 * 1024
"""Largest file that is read as a record; a long story is some 10 KB."""

TEMPORARY_PREFIX = ".~"
TEMPORARY_SUFFIX = ".tmp"
_REASONS = {
    errno.ENOSPC: "full",
    getattr(errno, "EDQUOT", errno.ENOSPC): "full",
    errno.EROFS: "read-only",
    errno.EACCES: "no-permission",
    errno.EPERM: "no-permission",
    errno.EBUSY: "in-use",
    errno.ENOENT: "folder-gone",
}
_WINDOWS_IN_USE = (5, 32)
_RETRY_SECONDS = 2.0


def version_of(content: bytes) -> str:
    """Return the version of a file's content: its SHA-256. Times of files are not trusted."""
    return hashlib.sha256(content).hexdigest()


def replace(path: Path, content: bytes, expected: bytes | None = None) -> None:
    """Replace an existing file by the content: the old or the new file is there whole, whatever happens.

    A temporary file of a unique name in the same folder is written, synced and renamed over the old one, and
    the folder is synced. The file's mode is kept, and where the path is a link, what it leads to is replaced.
    Raises CannotWrite, or ChangedOnDisk where the file does not hold what is `expected` any more when all is written
    and only the renaming is left; then the old file is unchanged.
    """
    try:
        mode = stat.S_IMODE(path.stat().st_mode)
        if not os.access(path, os.W_OK):
            raise PermissionError(errno.EACCES, "read-only file", str(path))
        target = path.resolve()
        temporary = _write_temporary(target, content, mode)
        try:
            if expected is not None and target.read_bytes() != expected:
                raise ChangedOnDisk(file=path.name, id=path.stem)
            _rename(temporary, target)
        except (OSError, ChangedOnDisk):
            forget(temporary)
            raise
    except OSError as error:
        raise cannot_write(path, error) from error
    sync_folder(target.parent)


def create(path: Path, content: bytes) -> None:
    """Write a new file; never overwrite one. Raises NameTaken or CannotWrite; then nothing was written."""
    try:
        make_folder(path.parent)
        temporary = _write_temporary(path, content, None)
        try:
            _link_new(temporary, path)
        finally:
            forget(temporary)
    except OSError as error:
        raise _not_created(path, error) from error
    sync_folder(path.parent)


def move(path: Path, target: Path) -> None:
    """Give the file another name in its folder, never that of another file. Raises NameTaken or CannotWrite."""
    try:
        if target.exists() and target.samefile(path):
            if {path.name, target.name} <= {entry.name for entry in path.parent.iterdir()}:
                path.unlink()  # a move that stopped half way left both names
            else:
                path.rename(target)  # the names are one on this file system: they differ in case or composition
        else:
            _link_new(path, target)
            sync_folder(target.parent)  # a power cut may keep the removal of the old name and not the new one
            try:
                path.unlink(missing_ok=True)
            except OSError:
                forget(target)
                raise
    except OSError as error:
        raise _not_created(target, error) from error
    sync_folder(target.parent)


def remove(path: Path, expected: bytes | None = None) -> None:
    """Remove the file, or the link that leads to it.

    Raises CannotWrite, or ChangedOnDisk where it does not hold what is `expected` any more; then it is still there.
    """
    try:
        if not os.access(path, os.W_OK):
            raise PermissionError(errno.EACCES, "read-only file", str(path))
        if expected is not None and path.read_bytes() != expected:
            raise ChangedOnDisk(file=path.name, id=path.stem)
        path.unlink()
    except OSError as error:
        raise cannot_write(path, error) from error
    sync_folder(path.parent)


def sweep(folder: Path, older_than_seconds: float = 3600) -> None:
    """Remove temporary files that a crash left behind, once they are older than an hour."""
    for leftover in folder.glob(f"**/{TEMPORARY_PREFIX}{'[0-9a-f]' * 16}{TEMPORARY_SUFFIX}"):
        with contextlib.suppress(OSError):
            if time.time() - leftover.stat().st_mtime > older_than_seconds:
                leftover.unlink()


def _write_temporary(path: Path, content: bytes, mode: int | None) -> Path:
    temporary = path.with_name(f"{TEMPORARY_PREFIX}{secrets.token_hex(8)}{TEMPORARY_SUFFIX}")
    flags = os.O_WRONLY | os.O_CREAT | os.O_EXCL | getattr(os, "O_BINARY", 0)
    descriptor = os.open(temporary, flags, 0o666 if mode is None else 0o600)
    try:
        try:
            if mode is not None and hasattr(os, "fchmod"):
                os.fchmod(descriptor, mode)
            _write_all(descriptor, content)
            os.fsync(descriptor)
        finally:
            os.close(descriptor)
    except OSError:
        forget(temporary)
        raise
    return temporary


def _write_all(descriptor: int, content: bytes) -> None:
    left = memoryview(content)
    while left:
        left = left[os.write(descriptor, left) :]


def _rename(source: Path, target: Path) -> None:
    """Rename over the target; on Windows wait while an antivirus or a sync client holds it."""
    deadline = time.monotonic() + _RETRY_SECONDS
    while True:
        try:
            os.replace(source, target)  # noqa: PTH105
            return
        except PermissionError as error:
            if getattr(error, "winerror", None) not in _WINDOWS_IN_USE or time.monotonic() > deadline:
                raise
            time.sleep(0.05)


def _link_new(temporary: Path, path: Path) -> None:
    """Give the finished file its name, only if the name is free."""
    if os.name == "nt":
        temporary.rename(path)
        return
    try:
        os.link(temporary, path)
    except OSError as error:
        if error.errno not in (errno.EPERM, errno.ENOTSUP, errno.ENOSYS, errno.EMLINK):
            raise
        # A file system without hard links: reserve the name first, then move the content over it.
        os.close(os.open(path, os.O_WRONLY | os.O_CREAT | os.O_EXCL, 0o666))
        try:
            os.replace(temporary, path)  # noqa: PTH105
        except OSError:
            forget(path)
            raise


def make_folder(folder: Path) -> None:
    """Make the folder, with those above it, where it is missing; it lasts through a power cut. Raises OSError."""
    missing = [one for one in (folder, *folder.parents) if not one.is_dir()]
    folder.mkdir(parents=True, exist_ok=True)
    for one in reversed(missing):
        sync_folder(one.parent)


def sync_folder(folder: Path) -> None:
    """Make the new name last through a power cut, where the file system can: by now the file is saved."""
    if os.name == "nt":
        return
    with contextlib.suppress(OSError):
        descriptor = os.open(folder, os.O_RDONLY)
        try:
            os.fsync(descriptor)
        finally:
            os.close(descriptor)


def forget(temporary: Path) -> None:
    """Remove a file that was not finished, if the disk allows."""
    with contextlib.suppress(OSError):
        temporary.unlink(missing_ok=True)


def _not_created(path: Path, error: OSError) -> StoryBankError:
    if isinstance(error, FileExistsError) and path.parent.is_dir():
        return NameTaken(id=path.stem, file=path.name)
    return cannot_write(path, error)


def cannot_write(path: Path, error: OSError) -> CannotWrite:
    """Return the error to raise for what the disk said about this path."""
    in_use = getattr(error, "winerror", None) in _WINDOWS_IN_USE
    reason = "in-use" if in_use else _REASONS.get(error.errno or 0, "other")
    return CannotWrite(file=path.name, folder=str(path.parent), reason=reason, detail=error.strerror or "")
