"""Parse YAML to plain Python data, with libyaml's events and js-yaml's value rules."""

from __future__ import annotations

import re
from collections.abc import Callable
from dataclasses import dataclass, field
from itertools import islice
from typing import Final

import yaml
from yaml.events import (
    AliasEvent,
    MappingEndEvent,
    MappingStartEvent,
    ScalarEvent,
    SequenceEndEvent,
    SequenceStartEvent,
    StreamEndEvent,
)

from designer.document.limits import MAX_DEPTH, MAX_NODES
from designer.document.reading.parse_errors import (
    TOO_DEEP,
    Event,
    ReadProblem,
    from_yaml,
    problem_at,
)
from designer.document.reading.plain_scalars import (
    STARTS,
    YAML_TAG,
    key_text,
    resolve,
    tagged_scalar,
)
from designer.document.values import Path, Tagged, Value
from designer.errors import DesignerError


class _MergeKey(str):
    """The key of a pair that merges other mappings into its own; recognized by identity."""

    __slots__ = ()


MERGE: Final = _MergeKey("<<")

# libyaml follows YAML 1.1, in which these three are line breaks; for js-yaml and YAML 1.2 they are
# ordinary characters. Each is replaced by a private character before libyaml parses the text.
_NOT_BREAKS: Final = "\x85\u2028\u2029"
_HAS_NOT_BREAKS = re.compile(f"[{_NOT_BREAKS}]")


def require_libyaml() -> None:
    """Make sure that PyYAML was built with libyaml; PyYAML's own parser is about 200 times slower.

    Raises:
        DesignerError: libyaml is missing; the message says how to install it.
    """
    if not yaml.__with_libyaml__:
        raise DesignerError(
            "PyYAML is installed here without libyaml, which Frontispiece needs to read pages; "
            "no file was touched. Install PyYAML from a wheel, or libyaml first and PyYAML again."
        )


def events(text: str) -> Callable[[], Event]:
    """Return a function that returns libyaml's next event, and None after the last.

    Marks count code points of ``text``. The function raises libyaml's errors.
    """
    if not _HAS_NOT_BREAKS.search(text):
        return yaml.CSafeLoader(text).get_event
    private = sorted(set(map(chr, range(0xE000, 0xF900))) - set(text))[: len(_NOT_BREAKS)]
    if len(private) < len(_NOT_BREAKS):
        raise ReadProblem("the page uses too many private characters to be read safely", 0, 0)
    swap = str.maketrans(_NOT_BREAKS, "".join(private))
    back = str.maketrans("".join(private), _NOT_BREAKS)
    get = yaml.CSafeLoader(text.translate(swap)).get_event

    def translated() -> Event:
        event = get()
        if type(event) is ScalarEvent:
            event.value = event.value.translate(back)
        return event

    return translated


@dataclass
class ParsedYaml:
    """The data of a YAML text, and the positions of the items of one list.

    Attributes:
        data: The value of the document; an empty document is an empty mapping.
        starts: Offset of the content of each item of the watched list that is a list or mapping.
        column: Column of the watched list's dashes, or None when it is not a plain block list.
        end: The end of the watched list: the start of the following text.
        crosses_items: Whether an alias in one item (or outside) refers to an anchor in another.
        explicit: Whether the document begins with a line ``--- …``, possibly with directives.
    """

    data: Value = field(default_factory=dict)
    starts: list[int] = field(default_factory=list)
    column: int | None = None
    end: int = 0
    crosses_items: bool = False
    explicit: bool = False


def load(text: str, watch: Path = ()) -> ParsedYaml:
    """Parse a YAML text of one document.

    Args:
        text: The text, without fences and byte order mark.
        watch: The keys that lead to a list; the positions of its items are recorded.

    Raises:
        ReadProblem: The text is not one readable document, or exceeds a limit.
    """
    try:
        return _Loader(text, watch).run()
    except yaml.YAMLError as error:
        raise from_yaml(error, text) from error


class _Loader:
    """One pass over a text. The stack holds the open collections around the current one."""

    def __init__(self, text: str, watch: Path) -> None:
        self.get = events(text)
        self.watch = watch
        self.reading = ParsedYaml()
        self.watched: Value = None
        self.anchors: dict[str, tuple[Value, int, int]] = {}  # value, size, index of its item
        self.overridable: dict[int, set[str]] = {}  # id of a mapping → keys merged into it
        self.extra = 0  # number of values that aliases refer to
        self.stack: list[tuple[Value, str | None, bool, Event, int]] = []

    def run(self) -> ParsedYaml:
        self.get()
        first = self.get()
        if type(first) is StreamEndEvent:
            return self.reading
        self.reading.explicit = first.explicit
        self.reading.data = self.document()
        following = self.get()
        if type(following) is not StreamEndEvent:
            raise problem_at(following, "a second document begins here, and a page has only one")
        return self.reading

    def document(self) -> Value:  # noqa: C901, PLR0912, PLR0915 - hot loop of each page load
        """Parse up to the end of the document; one function, as calls would double the time."""
        holder: list[Value] = []
        current: Value = holder
        key: str | None = None
        is_map = False
        stack, depth = self.stack, len(self.watch) or -1  # nothing is watched at -1
        for count, event in enumerate(islice(iter(self.get, None), MAX_NODES)):
            kind = type(event)
            if kind is ScalarEvent:
                value = event.value
                if event.tag is not None or event.anchor is not None:
                    value = self.marked_scalar(event)
                elif value[:1] in STARTS and event.implicit[0]:
                    merges = value == "<<" and is_map and key is None
                    value = MERGE if merges else resolve(value)
            elif kind is MappingStartEvent or kind is SequenceStartEvent:
                if len(stack) > MAX_DEPTH:
                    raise problem_at(event, TOO_DEEP)
                new: Value = {} if kind is MappingStartEvent else []
                if current is self.watched or len(stack) == depth:
                    self.record_start(event, current, key, new)
                stack.append((current, key, is_map, event, count + self.extra))
                current, key, is_map = new, None, kind is MappingStartEvent
                continue
            elif kind is MappingEndEvent or kind is SequenceEndEvent:
                value = current
                if current is self.watched:
                    self.watched, self.reading.end = None, event.end_mark.index
                current, key, is_map, start, began = stack.pop()
                if start.tag is not None or start.anchor is not None:
                    value = self.marked_collection(start, value, count + self.extra - began)
            elif kind is AliasEvent:
                value = self.alias(event, count)
            else:
                break
            if not is_map:
                current.append(value)
            elif key is None:
                key = value if type(value) is str else key_of(value, event)
            else:
                if key in current or key is MERGE:
                    self.store(current, key, value, event)
                else:
                    current[key] = value
                key = None
        else:
            raise ReadProblem("the page has too many values to be edited", 0, 0)
        return holder[0]

    def record_start(self, event: Event, current: Value, key: str | None, new: Value) -> None:
        """Record the start of the watched list, or of one of its items."""
        if current is self.watched:
            self.reading.starts.append(event.start_mark.index)
        elif key == self.watch[-1] and is_plain_list(event) and self.is_on_watched_path():
            self.reading.column = event.start_mark.column
            self.watched = new

    def is_on_watched_path(self) -> bool:
        """Return whether the open collections lead to the watched list and cannot be repeated."""
        above = self.stack[1:]
        keys = tuple(entry[1] for entry in above)
        return keys == self.watch[:-1] and all(entry[3].anchor is None for entry in above)

    def item_index(self) -> int:
        """Return the index of the watched list's current item; -1 outside the list."""
        return len(self.reading.starts) if self.watched is not None else -1

    def marked_scalar(self, event: Event) -> Value:
        """Return the value of a scalar with a tag or an anchor."""
        value = event.value
        if event.tag is not None:
            value = tagged_scalar(event.tag, value)
        elif event.implicit[0]:
            value = resolve(value)
        if event.anchor is not None:
            self.anchors[event.anchor] = (value, 1, self.item_index())
        return value

    def marked_collection(self, start: Event, value: Value, size: int) -> Value:
        """Return the value of a collection with a tag or an anchor."""
        standard = YAML_TAG + ("map" if type(start) is MappingStartEvent else "seq")
        if start.tag not in (None, "!", standard):
            value = Tagged(start.tag, value)
        if start.anchor is not None:
            self.anchors[start.anchor] = (value, size, self.item_index())
        return value

    def alias(self, event: Event, count: int) -> Value:
        """Return the value that an alias refers to."""
        name = event.anchor
        if any(entry[3].anchor == name for entry in self.stack):
            raise problem_at(event, f"“*{name}” stands for a value that contains itself")
        if name not in self.anchors:
            raise problem_at(event, f"“*{name}” refers to a mark “&{name}” that is not there")
        value, size, item_index = self.anchors[name]
        self.extra += size
        if count + self.extra > MAX_NODES:
            raise problem_at(event, "repeated parts (“*name”) make the page too large to read")
        if item_index != self.item_index():
            self.reading.crosses_items = True
        return value

    def store(self, mapping: dict[str, Value], key: str, value: Value, event: Event) -> None:
        """Store a pair whose key is a merge key or exists already."""
        if key is MERGE:
            merged = self.overridable.setdefault(id(mapping), set())
            for source in value if isinstance(value, list) else [value]:
                if not isinstance(source, dict):
                    raise problem_at(event, "“<<” merges something that has no keys of its own")
                new = source.keys() - mapping.keys()
                mapping.update((name, item) for name, item in source.items() if name in new)
                merged |= new
        elif key in self.overridable.get(id(mapping), ()):
            mapping[key] = value
            self.overridable[id(mapping)].discard(key)
        else:
            raise problem_at(
                event, f"the key “{key}” stands here a second time; keep one of the two"
            )


def is_plain_list(start: Event) -> bool:
    """Return whether an event starts a block list without anchor and tag."""
    block = type(start) is SequenceStartEvent and not start.flow_style
    return block and start.anchor is None and start.tag is None


def key_of(value: Value, event: Event) -> str:
    """Return the mapping key for a value that is not a plain text, or the merge key."""
    if isinstance(value, (dict, list, Tagged)):
        raise problem_at(event, "a key must be a simple text here, not a list, a mapping or a tag")
    return value if value is MERGE else key_text(value)
