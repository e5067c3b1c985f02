"""The documents behind one screen: the page, and those of the whole site."""

from __future__ import annotations

from collections.abc import Callable
from dataclasses import dataclass
from enum import StrEnum
from pathlib import Path

from designer.document import Diff, FileStamp, Page, Value, read_file, read_page
from designer.document import Path as ValuePath
from designer.errors import SourceError
from designer.schema import blocks_key


class Role(StrEnum):
    """Which of the open documents is meant.

    ``SITE`` is the global document: header, footer, and in many sites the theme; ``THEME`` is the
    theme where it is a document of its own.
    """

    PAGE = "page"
    SITE = "site"
    THEME = "theme"


@dataclass(frozen=True)
class Address:
    """The place of a value: a document, a block of it, and the path inside the block.

    Block ids survive edits and moves, so an address does too. Without a block the path starts at
    the document's root.
    """

    role: Role
    block: int | None = None
    path: ValuePath = ()

    @property
    def owner(self) -> Address:
        """The block, or the whole document, that this address lies in."""
        return Address(self.role, self.block)


@dataclass(frozen=True)
class DocumentChange:
    """What happened to one document: the values before and after, and how they differ."""

    role: Role
    before: Page
    after: Page
    diff: Diff


@dataclass
class OpenDocument:
    """A document with its file.

    Attributes:
        file: The file it was read from.
        page: The value now.
        saved: The value that the file holds.
        stamp: How the file looked when it was last read or written.
    """

    file: Path
    page: Page
    saved: Page
    stamp: FileStamp

    @classmethod
    def read(cls, file: Path, list_key: Callable[[Value], str | None] = blocks_key) -> OpenDocument:
        """Read a document.

        Args:
            file: Its file.
            list_key: Tells by the front matter under which key its blocks lie.

        Raises:
            SourceError: The file cannot be read as a document.
        """
        page, stamp = read_page(file, list_key)
        return cls(file, page, page, stamp)

    @property
    def is_stale(self) -> bool:
        """Whether another program changed or removed the file since it was read or saved."""
        try:
            return read_file(self.file).stamp.digest != self.stamp.digest
        except SourceError:
            return True

    @property
    def unsaved(self) -> bool:
        """Whether a save would write the file."""
        return self.page is not self.saved and self.page.to_bytes() != self.saved.to_bytes()
