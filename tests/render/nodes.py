"""HTML as nodes, for looking at what was rendered."""

import re
from html.parser import HTMLParser

VOID = {"img", "br", "hr", "input", "meta", "link", "source"}


class Node:
    """An element of parsed HTML."""

    def __init__(self, tag, attributes):
        self.tag, self.attributes, self.children = tag, dict(attributes), []

    def __getitem__(self, name):
        return self.attributes[name]

    def all(self, tag=None, **attributes):
        wanted = {name.replace("_", "-"): value for name, value in attributes.items()}
        for child in self.children:
            if isinstance(child, Node):
                if tag in {None, child.tag} and wanted.items() <= child.attributes.items():
                    yield child
                yield from child.all(tag, **attributes)

    def one(self, tag=None, **attributes):
        (found,) = self.all(tag, **attributes)
        return found

    @property
    def elements(self):
        return [child for child in self.children if isinstance(child, Node)]

    @property
    def text(self):
        return "".join(c if isinstance(c, str) else c.text for c in self.children)

    @property
    def classes(self):
        return self.attributes.get("class", "").split()


class _Parser(HTMLParser):
    """Builds nodes and refuses what is not balanced."""

    def __init__(self):
        super().__init__()
        self.open = [Node("", ())]

    def handle_starttag(self, tag, attrs):
        assert len(dict(attrs)) == len(attrs), f"an attribute of <{tag}> is there twice"
        node = Node(tag, attrs)
        self.open[-1].children.append(node)
        if tag not in VOID:
            self.open.append(node)

    def handle_endtag(self, tag):
        if tag not in VOID:
            assert self.open.pop().tag == tag

    def handle_data(self, data):
        self.open[-1].children.append(data)


def parse(html):
    """The HTML as nodes below an unnamed one."""
    parser = _Parser()
    parser.feed(html)
    parser.close()
    assert len(parser.open) == 1
    return parser.open[0]


def without_marks(html):
    return re.sub(r' data-fp-[a-z]+="[^"]*"', "", html)


def words(text):
    """A class string as its words."""
    return text.split()
