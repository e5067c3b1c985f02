"""The bundled sample site for new users, opened as a private copy."""

from __future__ import annotations

import hashlib
import shutil
from pathlib import Path

from designer import bundled
from designer.errors import SaveError


def own_copy(folder: Path) -> Path:
    """Return the user's copy of the sample site; it is created at first use.

    Args:
        folder: The folder of copies. A program version with another sample creates another copy
            and does not change an older one.

    Raises:
        SaveError: The copy cannot be made.
    """
    source = bundled.folder("resources") / "sample-site"
    copy = folder / f"sample-site-{_fingerprint(source)}"
    if not copy.is_dir():
        draft = copy.with_suffix(".part")
        try:
            shutil.rmtree(draft, ignore_errors=True)
            shutil.copytree(source, draft)
            draft.replace(copy)
        except OSError as error:
            raise SaveError(
                f"Your copy of the sample site cannot be made in {folder} ({error.strerror});"
                " name a page or a site of your own instead."
            ) from error
    return copy


def _fingerprint(folder: Path) -> str:
    digest = hashlib.sha256()
    for file in sorted(p for p in folder.rglob("*") if p.is_file()):
        digest.update(file.relative_to(folder).as_posix().encode())
        digest.update(file.read_bytes())
    return digest.hexdigest()[:8]
