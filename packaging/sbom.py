"""Writes what the program is made of as a CycloneDX document (a software bill of materials).

::

    python packaging/sbom.py     writes dist/frontispiece-VERSION.cdx.json

Scanners compare such a document with lists of known vulnerabilities.
"""

from __future__ import annotations

import platform
import sys
from importlib import metadata
from pathlib import Path

import artifacts
import shipped
from cyclonedx.contrib.license.factories import LicenseFactory
from cyclonedx.model import ExternalReference, ExternalReferenceType, XsUri
from cyclonedx.model.bom import Bom
from cyclonedx.model.component import Component, ComponentType
from cyclonedx.output.json import JsonV1Dot6
from packageurl import PackageURL
from PySide6.QtWebEngineCore import qWebEngineChromiumVersion

_LICENCES = LicenseFactory()


def bill() -> Bom:
    """List the program, and the parts of other makers that it ships."""
    program = Component(
        type=ComponentType.APPLICATION,
        name=artifacts.NAME,
        version=artifacts.version(),
        licenses=[_LICENCES.make_from_string("MIT")],
        purl=PackageURL("pypi", None, artifacts.NAME, artifacts.version()),
        bom_ref=artifacts.NAME,
    )
    packages = [*shipped.python_parts(), *shipped.script_parts()]
    parts = [*map(_package, packages), *_engine()]
    bom = Bom(components=parts)
    bom.metadata.component = program
    bom.register_dependency(program, parts)
    return bom


def write(file: Path) -> Path:
    """Write the bill as JSON."""
    file.parent.mkdir(exist_ok=True)
    JsonV1Dot6(bill()).output_to_file(str(file), allow_overwrite=True, indent=2)
    return file


def _package(part: shipped.Part) -> Component:
    scope, _, name = part.name.rpartition("/")
    purl = PackageURL(part.registry, scope or None, name, part.version)
    address = ExternalReference(type=ExternalReferenceType.WEBSITE, url=XsUri(part.homepage))
    return Component(
        type=ComponentType.LIBRARY,
        group=scope or None,
        name=name,
        version=part.version,
        licenses=[_LICENCES.make_from_string(part.licence)] if part.licence else (),
        external_references=[address] if part.homepage else (),
        purl=purl,
        bom_ref=str(purl),
    )


def _engine() -> list[Component]:
    """What no registry of packages lists by itself: Qt, its Chromium, and the interpreter."""
    return [
        _native("Qt", metadata.version("PySide6"), "LGPL-3.0-only", "qt:qt"),
        _native("Chromium", qWebEngineChromiumVersion(), "BSD-3-Clause", "google:chrome"),
        _native("CPython", platform.python_version(), "PSF-2.0", "python:python"),
    ]


def _native(name: str, version: str, licence: str, vendor_product: str) -> Component:
    purl = PackageURL("generic", None, name.lower(), version)
    return Component(
        type=ComponentType.FRAMEWORK,
        name=name,
        version=version,
        licenses=[_LICENCES.make_from_string(licence)],
        cpe=f"cpe:2.3:a:{vendor_product}:{version}:*:*:*:*:*:*:*",
        purl=purl,
        bom_ref=str(purl),
    )


def main() -> None:
    """Write the bill; a reason why it cannot be written is one sentence."""
    try:
        print(f"Bill of materials: {write(artifacts.path('sbom'))}")
    except shipped.ShippedError as error:
        sys.exit(str(error))


if __name__ == "__main__":
    main()
