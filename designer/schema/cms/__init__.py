"""The schemas that sites bring for their content management systems.

Each module reads one system: its function ``read`` takes the ``SchemaFiles`` of a site and returns
a ``SiteSchema``, or None if the site has no schema of that system. To add a system, add a module
and one line to ``SYSTEMS``. No configuration is executed (``designer.script``).
"""

from __future__ import annotations

from collections.abc import Callable, Mapping
from dataclasses import dataclass
from pathlib import Path
from typing import Final, TypeAlias

from designer.errors import SchemaError
from designer.schema.cms import (
    bookshop,
    cloudcannon,
    decap,
    front_matter,
    keystatic,
    pages_cms,
    stackbit,
    statamic,
    tina,
    zod,
)
from designer.schema.cms.schema_files import SchemaFiles
from designer.schema.site_schema import SiteSchema, merged_schemas
from designer.script import ScriptError

ReadSchema: TypeAlias = Callable[[SchemaFiles], SiteSchema | None]

SYSTEMS: Final[list[ReadSchema]] = [
    tina.read,
    keystatic.read,
    stackbit.read,
    bookshop.read,
    cloudcannon.read,
    pages_cms.read,
    decap.read,
    statamic.read,
    front_matter.read,
    zod.read,
]
"""What reads the schema of each system, the most specific descriptions first."""


@dataclass(frozen=True)
class SchemaReading:
    """What was read of a site's schemas.

    Attributes:
        schema: What they say together; None without a readable one.
        broken: The errors of files that were left out, by their paths in the site.
        files: Returns the files whose change may change the schema; they need not exist.
    """

    schema: SiteSchema | None
    broken: Mapping[str, SchemaError]
    files: Callable[[], tuple[Path, ...]]


def read_schemas(root: Path) -> SchemaReading:
    """Read all schemas of a site. What is broken is left out.

    Args:
        root: The folder of the site.
    """
    files = SchemaFiles(root)
    found: list[SiteSchema] = []
    for read in SYSTEMS:
        try:
            schema = read(files)
        except ScriptError as error:
            files.report_script(error)
        except SchemaError:
            continue  # it is kept in `files`
        else:
            found += [schema] if schema is not None else []
    return SchemaReading(merged_schemas(found), files.broken, files.watched)
