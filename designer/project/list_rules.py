"""What the schema and the pages of a site say together about its lists of blocks."""

from __future__ import annotations

from collections.abc import Iterable, Mapping

from designer.document import Value
from designer.schema import DISCRIMINANTS, ListPath, ListRules, SiteSchema, infer_lists, lists_in


def shown_lists(
    pages: Iterable[Value], named: Mapping[str, tuple[str, ...]]
) -> dict[ListPath, tuple[str, ...]]:
    """Return the lists of blocks that pages have, each with its possible type keys.

    Args:
        pages: The front matter of the pages.
        named: The keys of lists of blocks, wherever they are, with the possible type keys.
    """
    pages = [*pages]
    inferred = infer_lists(pages)
    lists: dict[ListPath, tuple[str, ...]] = {}
    for data in pages if named else ():
        for _, path, _ in lists_in(data):
            is_inside = any(path[: len(other)] == other for other in lists)
            if path[-1] in named and not is_inside:
                lists[path] = named[path[-1]]
    return {**{path: (key, *DISCRIMINANTS) for path, key in inferred.items()}, **lists}


def open_rules(
    schema: SiteSchema,
    shown: Mapping[ListPath, tuple[str, ...]],
    *,
    shows_body: bool,
    shows_sections: bool,
) -> ListRules:
    """Return the rules of a site whose pages may have lists that no schema names.

    Args:
        schema: What the schema says.
        shown: The lists that the pages have.
        shows_body: Whether the pages show the Markdown below the front matter.
        shows_sections: Whether the pages show the sections beside a list of blocks.
    """
    told: dict[ListPath, tuple[str, ...]] = {
        **{(key,): keys for key, keys in schema.named_lists.items()},
        **schema.lists,
    }
    lists = {**told, **shown, **told}
    if not told:  # the last one, so that a new list is one that other pages have
        lists.setdefault(("blocks",), DISCRIMINANTS)
    return ListRules(
        lists,
        shows_body=shows_body,
        can_add_list=bool(told or shown) or not shows_body,
        shows_head=shows_body,
        shows_sections=shows_sections,
    )
