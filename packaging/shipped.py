"""The parts of other makers that the program ships: what the notices and the SBOM list.

::

    python packaging/shipped.py     prints the Python packages with their versions, for pip-audit

Python packages are those that the program requires, followed from one installed distribution to
the next; tools of developers are none of them. Packages from npm are those whose code went into the
preview's scripts, as ``designer/_bundle/licences.txt`` lists them.
"""

from __future__ import annotations

import json
import re
from collections.abc import Iterable, Iterator
from dataclasses import dataclass
from importlib import metadata
from pathlib import Path
from typing import Final

from artifacts import NAME, ROOT
from packaging.requirements import Requirement
from packaging.utils import canonicalize_name

BUNDLED: Final = ROOT / "designer/_bundle/licences.txt"
LOCK: Final = ROOT / "designer/web/package-lock.json"

_BETWEEN_PACKAGES = re.compile(r"^-{72}\n", re.MULTILINE)
_LICENCE_FILE = re.compile(r"licen[cs]e|copying|notice|authors", re.IGNORECASE)


class ShippedError(Exception):
    """The shipped parts cannot be listed; the text says what to do."""


@dataclass(frozen=True)
class Part:
    """A package of another maker.

    Attributes:
        registry: The registry that it comes from: ``pypi`` or ``npm``.
        licence: Its licence as its maker states it, best as an SPDX expression; empty if nowhere.
        texts: The texts of its licence files.
        homepage: The address of its project, or empty.
    """

    registry: str
    name: str
    version: str
    licence: str
    texts: tuple[str, ...]
    homepage: str = ""


def python_parts(project: str = NAME) -> list[Part]:
    """List the distributions that an installed project requires, at any depth, by name.

    Raises:
        ShippedError: One of them is not installed.
    """
    found: dict[str, Part] = {}
    waiting = list(_required(metadata.requires(project)))
    while waiting:
        name = waiting.pop()
        if name not in found:
            try:
                distribution = metadata.distribution(name)
            except metadata.PackageNotFoundError:
                raise ShippedError(f"{name} is not installed: install the program first.") from None
            found[name] = _python_part(distribution)
            waiting += _required(distribution.requires)
    return [found[name] for name in sorted(found)]


def script_parts(listing: Path = BUNDLED, lock: Path = LOCK) -> list[Part]:
    """List the packages from npm that are part of the preview's scripts.

    Raises:
        ShippedError: The scripts are not built.
    """
    try:
        text = listing.read_text(encoding="utf-8")
    except FileNotFoundError:
        raise ShippedError(
            "The preview's scripts are not built: run `python designer/web/build_bundle.py`."
        ) from None
    licences = _locked_licences(lock)
    parts = []
    for entry in _BETWEEN_PACKAGES.split(text):
        head, _, body = (each.strip() for each in entry.strip().partition("\n"))
        name, version = head.rsplit(" ", 1)
        texts = () if body.startswith("Licence: ") else (body,)  # the package has no licence file
        licence = licences.get((name, version), "")
        homepage = f"https://www.npmjs.com/package/{name}"
        parts.append(Part("npm", name, version, licence, texts, homepage))
    return parts


def _required(requirements: Iterable[str] | None) -> Iterator[str]:
    """The names that apply on this system, without the extras."""
    for each in map(Requirement, requirements or ()):
        if each.marker is None or each.marker.evaluate({"extra": ""}):
            yield canonicalize_name(each.name)


def _python_part(distribution: metadata.Distribution) -> Part:
    facts = distribution.metadata
    files = [
        file
        for file in distribution.files or ()
        if _is_licence(file.parts) and ".py" not in file.name
    ]
    texts = [Path(str(file.locate())).read_text(encoding="utf-8").strip() for file in files]
    return Part(
        "pypi",
        facts["Name"],
        distribution.version,
        _stated_licence(facts),
        tuple(texts),
        _homepage(facts),
    )


def _is_licence(parts: tuple[str, ...]) -> bool:
    return parts[0].endswith(".dist-info") and _LICENCE_FILE.match(parts[-1]) is not None


def _stated_licence(facts: metadata.PackageMetadata) -> str:
    """The licence by the newest field that names it; a whole text in an old field is no name."""
    classifiers = [
        each.rsplit(" :: ", 1)[-1]
        for each in facts.get_all("Classifier") or ()
        if each.startswith("License :: ")
    ]
    old = facts.get("License", "")
    return facts.get("License-Expression") or ("" if "\n" in old else old) or ", ".join(classifiers)


def _homepage(facts: metadata.PackageMetadata) -> str:
    """The address labelled as the project's own, else the first one."""
    addresses = [each.split(", ", 1) for each in facts.get_all("Project-URL") or ()]
    labelled = [address for label, address in addresses if label.lower() in ("homepage", "home")]
    every = [facts.get("Home-page", ""), *labelled, *(address for _, address in addresses)]
    return next(filter(None, every), "")


def _locked_licences(lock: Path) -> dict[tuple[str, str], str]:
    """The licences of the lock file, by name and version of the package."""
    packages = json.loads(lock.read_text(encoding="utf-8"))["packages"]
    return {
        (entry.get("name") or place.rpartition("node_modules/")[2], entry["version"]): entry[
            "license"
        ]
        for place, entry in packages.items()
        if {"version", "license"} <= entry.keys()
    }


def main() -> None:
    """Print the Python packages as pinned requirements."""
    for part in python_parts():
        print(f"{part.name}=={part.version}")


if __name__ == "__main__":
    main()
