"""The record on a page: the local web page and the static dossier, from the same views and the same templates.

write(record, folder)      the dossier: `folder/index.html`, everything else under `folder/dossier/`
application(record_path)   the same pages, and search, as a Starlette application
run(record_path, port)     serves them on this machine alone
"""

from onrecord.web.app import application, run
from onrecord.web.dossier import write

__all__ = ["application", "run", "write"]
