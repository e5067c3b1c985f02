"""The open documents: the page, and the documents of the whole site."""

from __future__ import annotations

from dataclasses import dataclass
from enum import StrEnum
from pathlib import Path

from designer.document import Diff, FileStamp, FindLayout, Page, read_file, read_page
from designer.document import Path as ValuePath
from designer.errors import SourceError
from designer.schema import find_layout


class Role(StrEnum):
    """The role of an open document.

    ``SITE`` is the global document: header, footer, and in many sites the theme; ``THEME`` is the
    theme if it is a separate document.
    """

    PAGE = "page"
    SITE = "site"
    THEME = "theme"


@dataclass(frozen=True)
class Address:
    """The address of a value: a document, a block in it, and the path inside the block.

    Block ids survive edits and moves, and so do addresses. Without a block the path starts at the
    document's root.
    """

    role: Role
    block: int | None = None
    path: ValuePath = ()

    @property
    def owner(self) -> Address:
        """The address of the block, or of the whole document, that contains this address."""
        return Address(self.role, self.block)


@dataclass(frozen=True)
class DocumentChange:
    """A change of one document: the values before and after, and their difference."""

    role: Role
    before: Page
    after: Page
    diff: Diff


@dataclass
class OpenDocument:
    """A document with its file.

    Attributes:
        file: The file that was read.
        page: The present value.
        saved: The value on disk.
        stamp: The stamp of the file at the last read or write.
        find_layout: Returns where the blocks are when the file is read again.
    """

    file: Path
    page: Page
    saved: Page
    stamp: FileStamp
    find_layout: FindLayout = find_layout

    @classmethod
    def read(cls, file: Path, layout: FindLayout = find_layout) -> OpenDocument:
        """Read a document.

        Args:
            file: Its file.
            layout: Returns where the blocks are, for the front matter and the body.

        Raises:
            SourceError: The file cannot be read as a document.
        """
        page, stamp = read_page(file, layout)
        return cls(file, page, page, stamp, layout)

    @property
    def is_stale(self) -> bool:
        """Whether another program changed or removed the file since the last read or save."""
        try:
            return read_file(self.file).stamp.digest != self.stamp.digest
        except SourceError:
            return True

    @property
    def is_unsaved(self) -> bool:
        """Whether a save would write the file."""
        return self.page is not self.saved and self.page.to_bytes() != self.saved.to_bytes()
