"""The command ``check``: reads and renders the pages of a site and lists their problems.

``codes`` names every kind of problem, ``findings`` is their form, ``site_check`` goes through a
site, ``block_checks`` looks at blocks, ``page_checks`` at a page around its blocks.
"""

from designer.commands.check.codes import Code
from designer.commands.check.command import run
from designer.commands.check.findings import CheckFinding, as_json
from designer.commands.check.site_check import check

__all__ = ["CheckFinding", "Code", "as_json", "check", "run"]
