"""Blocks that were saved for a site: a filled block of a type, with a label.

Each is a small file among the site's own block types, ``_saved/NAME.yaml``::

    label: Opening with a picture     # the label; the file's name without it
    help: For the top of a page.      # a sentence, optional
    block:                            # the block, as in a page
      _template: tailwindFeature
      headline: A quiet place to work
"""

from __future__ import annotations

import re
import unicodedata
from collections.abc import Iterable, Mapping
from dataclasses import dataclass
from pathlib import Path

from designer.document import Page, Value, put_value, read_file, save_file
from designer.document.reading.fence import decode
from designer.document.reading.parse_errors import ReadProblem
from designer.document.reading.yaml_reader import load
from designer.errors import SaveError, SchemaError, SourceError
from designer.file_names import portable_stem
from designer.schema.block_type import type_key
from designer.schema.naming import humanise

FOLDER = "_saved"
"""Name of their folder among the site's block types; not a block type itself."""

_SUFFIX = ".yaml"
_KEYS = ("label", "help", "block")
_MAX_STEM = 60


@dataclass(frozen=True)
class SavedBlock:
    """A saved block with its label.

    Attributes:
        label: The label.
        block: The block, with its type key.
        file: Its file.
        help: A sentence about its use, or ''.
    """

    label: str
    block: Mapping[str, Value]
    file: Path
    help: str = ""


def load_saved(folder: Path, errors: list[SchemaError]) -> list[SavedBlock]:
    """Load the saved blocks of a folder, sorted by label.

    Args:
        folder: The folder; a missing folder has no saved blocks.
        errors: Collects the errors of broken files, which are skipped.
    """
    found = []
    for file in sorted(folder.glob(f"*{_SUFFIX}")) if folder.is_dir() else ():
        try:
            found.append(_read(file))
        except SchemaError as error:
            errors.append(error)
    return sorted(found, key=lambda saved: saved.label.casefold())


def label_taken(label: str, saved: Iterable[SavedBlock]) -> bool:
    """Return whether one of these blocks has the label, ignoring case and white space."""
    return _normalized(label) in {_normalized(each.label) for each in saved}


def save_block(folder: Path, label: str, block: Mapping[str, Value]) -> SavedBlock:
    """Save a block under a label in a new file; existing files are never overwritten.

    Raises:
        SaveError: The file cannot be written; nothing was written.
    """
    label = " ".join(label.split())
    page = Page.from_bytes(b"---\n---\n")
    for key, value in (("label", label), ("block", dict(block))):
        page = put_value(page, (key,), value)
    data = page.yaml.encode()
    stem, number = _stem(label), 1
    while True:
        file = folder / f"{stem}{f'-{number}' if number > 1 else ''}{_SUFFIX}"
        if write_new(file, data):
            return SavedBlock(label, block, file)
        number += 1


def write_new(file: Path, data: bytes) -> bool:
    """Write a new file; return False, with nothing written, if the file exists.

    Raises:
        SaveError: The file cannot be written; nothing was written.
    """
    try:
        file.parent.mkdir(parents=True, exist_ok=True)
        try:
            # Reserve the name, so that no other program can create the file.
            file.open("xb").close()
        except FileExistsError:
            return False
    except OSError as error:
        raise SaveError(
            f"“{file.name}” could not be written into “{file.parent}” ({error.strerror}); nothing "
            "was changed. Make sure that you may write there, and try again."
        ) from error
    try:
        save_file(file, data, read_file(file).stamp)
    except (SaveError, SourceError):
        file.unlink(missing_ok=True)
        raise
    return True


def remove_saved(saved: SavedBlock) -> bytes:
    """Remove the file of a saved block.

    Returns:
        Its content; ``write_new`` restores it.

    Raises:
        SaveError: The file cannot be read or removed; it still exists.
    """
    try:
        data = read_file(saved.file).data
        saved.file.unlink()
    except (SourceError, OSError) as error:
        reason = error.strerror if isinstance(error, OSError) else str(error)
        raise SaveError(f"“{saved.label}” could not be removed: {reason}") from error
    return data


def _read(file: Path) -> SavedBlock:
    """Read a saved block from its file.

    Raises:
        SchemaError: The file is not valid; names the file and the reason.
    """
    short = "/".join(file.parts[-2:])
    try:
        raw = load(decode(read_file(file).data)).data
    except ReadProblem as error:
        place = f"line {error.line + 1}, column {error.column + 1}"
        raise SchemaError(f"{short}: cannot be read: {place}: {error}.") from error
    except SourceError as error:
        raise SchemaError(f"{short}: cannot be read: {error}") from error
    if not isinstance(raw, dict) or not isinstance(raw.get("block"), dict):
        raise SchemaError(f"{short}: must hold “block:”, and below it a block as pages hold it.")
    for key in raw:
        if key not in _KEYS:
            raise SchemaError(f"{short}: has the unknown key “{key}” (known: {', '.join(_KEYS)}).")
    if type_key(raw["block"]) is None:
        raise SchemaError(f"{short}: its block does not say of which type it is.")
    label, help_text = raw.get("label"), raw.get("help")
    if not all(isinstance(text, str | None) for text in (label, help_text)):
        raise SchemaError(f"{short}: “label” and “help” must be texts.")
    return SavedBlock(label or humanise(file.stem), raw["block"], file, help_text or "")


def _normalized(label: str) -> str:
    return " ".join(label.split()).casefold()


def _stem(label: str) -> str:
    """Return a file name for a label: lower-case ASCII letters, digits and dashes."""
    plain = unicodedata.normalize("NFKD", label).encode("ascii", "ignore").decode().lower()
    return portable_stem("-".join(re.findall("[a-z0-9]+", plain))[:_MAX_STEM].strip("-"), "block")
