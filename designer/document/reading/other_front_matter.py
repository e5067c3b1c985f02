"""Front matter that is not YAML: read with python-frontmatter, never written."""

from __future__ import annotations

import json
import re
from dataclasses import dataclass

from frontmatter.default_handlers import JSONHandler, TOMLHandler

from designer.document.reading import json_reader
from designer.document.values import Value
from designer.errors import SourceError

_OTHER = re.compile(r"\+\+\+[ \t]*\r?\n|---[ \t]*(?:json|toml)[ \t]*\r?\n")


@dataclass(frozen=True)
class OtherFrontMatter:
    """Front matter in another format.

    Attributes:
        data: The parsed value.
        sentence: The reason why the page is read-only.
    """

    data: Value
    sentence: str


def is_other(text: str) -> bool:
    """Return whether a text begins with TOML or JSON front matter."""
    return _OTHER.match(text) is not None or text.lstrip()[:1] == "{"


def read(text: str) -> OtherFrontMatter:
    """Parse TOML or JSON front matter.

    Raises:
        SourceError: The front matter cannot be parsed.
    """
    name = "TOML" if text.startswith("+++") or "toml" in text.partition("\n")[0] else "JSON"
    handler = TOMLHandler() if name == "TOML" else JSONHandler()
    try:
        data = handler.load(_front(text, handler))
    except (ValueError, TypeError, IndexError) as error:
        raise SourceError(
            f"The {name} front matter cannot be read ({error}); nothing was changed. Correct it in "
            "a text editor."
        ) from error
    return OtherFrontMatter(
        json.loads(json.dumps(data, default=str)),
        f"This page has {name} front matter, which can be looked at here but not changed; change "
        "it as text, or turn it into YAML.",
    )


def _front(text: str, handler: TOMLHandler | JSONHandler) -> str:
    """Return the front matter without its delimiters and the body."""
    if text.startswith("+++"):
        return str(handler.split(text)[0])
    if not text.startswith("---"):
        return text[: json_reader.end_of_object(text)]
    front, closing, _ = text.partition("\n")[2].partition("\n---")
    if not closing:
        raise ValueError("it is not closed by a line “---”")
    return front
