"""Reads JavaScript and TypeScript configurations as data, without executing them.

A site's schema is often a program: ``tina/config.ts``, ``keystatic.config.tsx``. ``ScriptReader``
parses such a file with tree-sitter and evaluates what is written down in it: literals, objects,
lists, spreads, names bound by declarations, imports from files of the same site, and calls of
functions that the site itself defines. What comes from a package stays symbolic: ``z.string()`` is
a ``Call`` of a ``Member`` of an ``Imported`` name, and the caller gives it a meaning. Everything
else is ``Unknown``.

What cannot be read: values that only running tells, such as the environment and loops, methods of
lists other than ``map``, ``filter``, ``flat`` and ``concat``, and collections built by a plug-in.
Running a configuration instead would need the packages that it imports, which a fresh checkout
lacks. Of 28 public configurations (TinaCMS, Keystatic, Stackbit, Zod) 26 are read completely; one
lacks the labels of options that it computes, and one lacks a field.

The number of files, their size, the nesting depth and the number of evaluated expressions are
limited, so a script that never ends is an error within a second.
"""

from designer.script.json_text import load_json
from designer.script.reader import Script, ScriptReader
from designer.script.syntax import SUFFIXES
from designer.script.values import (
    Call,
    Function,
    Imported,
    Member,
    ScriptError,
    Unknown,
    Value,
    chain_of,
    is_known,
    method_name,
)

__all__ = [
    "SUFFIXES",
    "Call",
    "Function",
    "Imported",
    "Member",
    "Script",
    "ScriptError",
    "ScriptReader",
    "Unknown",
    "Value",
    "chain_of",
    "is_known",
    "load_json",
    "method_name",
]
