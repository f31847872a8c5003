"""1EdTech CASE: competency frameworks and rubrics as one JSON package, versions 1.0 and 1.1.

`read_packages` takes any bytes and either returns what they hold, with a report of everything
mended or left out, or raises `UnreadableDocument`. `write_case` writes CASE 1.1. Only files come in
here: nothing is fetched, however many addresses a package holds.
"""

from rubrics.case.package import CasePackage, Document
from rubrics.case.reader import read_case, read_packages
from rubrics.case.writer import write_case

__all__ = ["CasePackage", "Document", "read_case", "read_packages", "write_case"]
