"""The hook by which hatchling puts the preview's scripts and the resources into a package."""

from __future__ import annotations

import sys
from pathlib import Path
from typing import Any

from hatchling.builders.config import BuilderConfig
from hatchling.builders.hooks.plugin.interface import BuildHookInterface

sys.path.insert(0, str(Path(__file__).resolve().parent.parent / "designer/web"))
import build_bundle


class CustomBuildHook(BuildHookInterface[BuilderConfig]):
    """Builds the bundle when it is not up to date, and names the folders that a wheel carries."""

    def dependencies(self) -> list[str]:
        """Node is needed only if there is something to build: not for a source distribution."""
        return [] if build_bundle.is_current(Path(self.root)) else [build_bundle.NODE]

    def initialize(self, version: str, build_data: dict[str, Any]) -> None:
        """Build; a failure ends with one sentence instead of a traceback."""
        try:
            build_bundle.build(Path(self.root))
        except build_bundle.BundleError as error:
            self.app.abort(str(error))
        if self.target_name == "wheel" and version == "standard":
            for kind in ("resources", "templates"):
                build_data["force_include"][kind] = f"designer/{kind}"
