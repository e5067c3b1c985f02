"""Compare our edits of TOML with tomlkit's: which bytes each keeps, and what an edit costs.

    python tests/benchmarks/bench_toml.py [--documents 500]

Random documents with all forms of tables (``tests/document/toml_documents.py``), each key always
written in the same way, get one random edit each. An edit is right if the result is TOML with the
intended data and every line that the edit does not concern is still there, in its order. A refusal
is counted on its own: nothing was changed then.
"""

from __future__ import annotations

import argparse
import statistics
import sys
import time
import tomllib
from collections import Counter
from collections.abc import Callable
from pathlib import Path as FilePath
from typing import Any

from hypothesis import HealthCheck, given, seed, settings
from hypothesis import strategies as st

sys.path.insert(0, str(FilePath(__file__).resolve().parent.parent.parent))

from designer.document import (
    Page,
    Path,
    Value,
    insert_item,
    insert_key,
    move_item,
    remove_item,
    remove_key,
    set_value,
)
from designer.document.reading.syntax import TOML
from designer.document.values import get, same_unordered
from designer.errors import EditRefused
from tests.document.test_machine import fresh, paths_in
from tests.document.test_toml_machine import untouched
from tests.document.toml_documents import mappings, scalars, texts, toml_texts

KINDS = ("nothing", "set", "insert key", "remove", "insert item", "move item")

BLOCK = """\
[[blocks]]
_template = "tailwindFeature"
headline = "Block number {number}"
body = \"\"\"
The ferry stops at the end of our wall. From there it is forty steps to the
door, and the kettle is on. Each room has a *wide* window, a writing desk and
a blanket from the farm.\"\"\"
[blocks.image]
src = "/img/room.svg"
[blocks.tailwind]
section = "pt-16 pb-16"
wrap = "max-w-desktop-full mx-auto relative flex flex-row-reverse items-start sm:flex-col-reverse"
imageWrap = "w-1/2 pt-60 pb-16 px-20"
headline = "text-primary font-1 text-3xl mb-8 font-bold"
text = "text-black font-2 text-base mb-4"
[[blocks.buttons]]
label = "See the rooms"
link = "https://example.org/rooms"

"""

Edit = tuple[str, Path, Any]


def drawn_edit(draw: st.DrawFn, data: Value) -> Edit:
    """Return a kind of edit that the data allows, its path and its arguments."""
    paths = list(paths_in(data))
    kind = draw(st.sampled_from(KINDS))
    wanted = {"set": str, "insert key": dict, "insert item": list, "move item": list}.get(kind)
    found = [path for path in paths if path and (not wanted or isinstance(get(data, path), wanted))]
    if not found:
        return "nothing", (), None
    path = draw(st.sampled_from(found))
    value = get(data, path)
    if kind == "set":
        return kind, path, draw(texts)
    if kind == "insert key":
        name = draw(st.sampled_from(["new", "new key"]))
        return kind, path, (name, draw(scalars | mappings))
    if kind == "insert item":
        tables = bool(value) and all(isinstance(item, dict) for item in value)
        item = draw(mappings) if tables else draw(scalars)
        return kind, path, (draw(st.integers(0, len(value))), item)
    if kind == "move item" and value:
        places = st.integers(0, len(value) - 1)
        return kind, path, (draw(places), draw(places))
    return ("remove", path, None) if kind == "remove" else ("nothing", (), None)


def change(data: Any, edit: Edit, insert: Callable[[Any, int, Any], None]) -> None:
    """Apply an edit to plain data, or to tomlkit's document."""
    kind, path, arguments = edit
    if kind == "nothing":
        return
    parent = data
    for step in path[:-1]:
        parent = parent[step]
    if kind == "set":
        parent[path[-1]] = arguments
    elif kind == "remove":
        del parent[path[-1]]
    elif kind == "insert key":
        parent[path[-1]][arguments[0]] = arguments[1]
    elif kind == "insert item":
        insert(parent[path[-1]], *arguments)
    else:
        items = parent[path[-1]]
        insert(items, arguments[1], items.pop(arguments[0]))


def ours(text: str, edit: Edit) -> str:
    """Return the text after an edit of ours."""
    page = Page.from_bytes(text.encode(), name="a.toml")
    kind, path, arguments = edit
    if kind == "set":
        page = set_value(page, path, arguments)
    elif kind == "remove":
        remove = remove_key if isinstance(path[-1], str) else remove_item
        page = remove(page, path)
    elif kind == "insert key":
        page = insert_key(page, path, *arguments)
    elif kind == "insert item":
        page = insert_item(page, path, *arguments)
    elif kind == "move item":
        page = move_item(page, path, *arguments)
    return page.text


def theirs(text: str, edit: Edit) -> str:
    """Return the text after an edit of tomlkit's."""
    import tomlkit

    document = tomlkit.parse(text)
    change(document, edit, lambda items, index, item: items.insert(index, item))
    return tomlkit.dumps(document)


def verdict(text: str, edit: Edit, intended: Value, tool: Callable[[str, Edit], str]) -> str:
    """Return what became of an edit."""
    try:
        after = tool(text, edit)
    except EditRefused:
        return "refused"
    except Exception:  # noqa: BLE001 - whatever a library raises
        return "crashed"
    try:
        tomllib.loads(after)
        read = TOML.load(after)
    except Exception:  # noqa: BLE001 - not TOML
        return "not TOML"
    if not same_unordered(read, intended):
        return "wrong data"
    kind, path, _ = edit
    if kind == "nothing":
        return "right" if after == text else "other bytes changed"
    lines = iter(after.split("\n"))
    kept = all(line in lines for line in untouched(text, path))
    return "right" if kept else "other bytes changed"


def bench_bytes(documents: int) -> None:
    """Print what became of one random edit of each of many documents."""
    counts: dict[str, Counter[str]] = {"ours": Counter(), "tomlkit": Counter()}
    kinds: Counter[str] = Counter()
    wrong: Counter[str] = Counter()

    @seed(1)
    @settings(
        max_examples=documents, deadline=None, database=None,
        suppress_health_check=list(HealthCheck),
    )  # fmt: skip
    @given(toml_texts(plain=True), st.data())
    def compare(document: tuple[str, dict[str, Value]], data: st.DataObject) -> None:
        text, _ = document
        if "\r" in text:
            return
        read = TOML.load(text)
        edit = data.draw(st.composite(drawn_edit)(read))
        intended = fresh(read)
        change(intended, edit, lambda items, index, item: items.insert(index, item))
        kinds[edit[0]] += 1
        for name, tool in (("ours", ours), ("tomlkit", theirs)):
            found = verdict(text, edit, intended, tool)
            counts[name][found] += 1
            wrong[edit[0]] += name == "tomlkit" and found != "right"

    compare()
    print(f"{'':>10} {'documents':>10} {'right':>7}   otherwise")
    for name, found in counts.items():
        rest = ", ".join(f"{what} {n}" for what, n in found.most_common() if what != "right")
        print(f"{name:>10} {sum(found.values()):10} {found['right']:7}   {rest}")
    shares = ", ".join(f"{kind} {wrong[kind]} of {number}" for kind, number in kinds.items())
    print(f"tomlkit was not right: {shares}")


def median(action: Callable[[int], object], times: int) -> float:
    """Return the median processor time of several runs, in milliseconds."""
    found = []
    for number in range(times):
        start = time.process_time()
        action(number)
        found.append((time.process_time() - start) * 1000)
    return statistics.median(found)


def bench_times() -> None:
    """Print what an edit costs, beside reading by tomllib and an edit by tomlkit."""
    print(f"\n{'blocks':>7} {'kB':>6} {'edit ms':>8} {'tomllib ms':>11} {'tomlkit ms':>11}")
    for blocks in (10, 40, 100):
        items = "".join(BLOCK.replace("{number}", str(number)) for number in range(blocks))
        page = Page.from_bytes(f"+++\ntitle = 'Bench'\ndate = 2024-01-01\n\n{items}+++\n".encode())
        path = ("blocks", blocks // 2, "tailwind", "headline")
        edit = median(lambda n, p=page, at=path: set_value(p, at, f"text-{n}xl"), 30)
        read = median(lambda _n, p=page: tomllib.loads(p.yaml), 30)
        kit = median(lambda n, p=page, at=path: theirs(p.yaml, ("set", at, f"text-{n}xl")), 10)
        print(f"{blocks:7} {len(page.yaml) / 1000:6.0f} {edit:8.2f} {read:11.2f} {kit:11.1f}")


def main() -> None:
    """Run both comparisons."""
    parser = argparse.ArgumentParser(
        description=__doc__, formatter_class=argparse.RawTextHelpFormatter
    )
    parser.add_argument("--documents", type=int, default=500)
    documents = parser.parse_args().documents
    try:
        import tomlkit
    except ImportError:
        sys.exit("tomlkit is not installed: nothing to compare with")
    print(f"tomlkit {tomlkit.__version__}")
    bench_bytes(documents)
    bench_times()


if __name__ == "__main__":
    main()
