"""The sample site: what a newcomer sees first, as a copy of their own to play with."""

from __future__ import annotations

import hashlib
import shutil
from pathlib import Path

from designer import bundled


def own_copy(folder: Path) -> Path:
    """The person's copy of the sample site, made at first use.

    Args:
        folder: Where copies lie. A newer program with another sample makes another copy, and
            never touches an older one.
    """
    source = bundled.folder("resources") / "sample-site"
    copy = folder / f"sample-site-{_fingerprint(source)}"
    if not copy.is_dir():
        draft = copy.with_suffix(".part")
        shutil.rmtree(draft, ignore_errors=True)
        shutil.copytree(source, draft)
        draft.replace(copy)
    return copy


def _fingerprint(folder: Path) -> str:
    digest = hashlib.sha256()
    for file in sorted(p for p in folder.rglob("*") if p.is_file()):
        digest.update(file.relative_to(folder).as_posix().encode())
        digest.update(file.read_bytes())
    return digest.hexdigest()[:8]
