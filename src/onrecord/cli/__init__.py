"""The command line: one verb a thing a person wants. Only this package prints.

Data goes to standard output, progress and remarks to standard error. Exit codes: 0 done; 1 done, but some pages were
set aside; 2 the call was wrong; 3 nothing could be read.
"""

from __future__ import annotations

import sys

from onrecord.cli import changing, listing, making  # noqa: F401  they add their commands to the app
from onrecord.cli.app import app
from onrecord.cli.printing import remark
from onrecord.errors import NothingRead, OnrecordError


def main() -> None:
    """Runs the command line and ends the process with its exit code."""
    try:
        app()
    except NothingRead as fault:
        remark(str(fault))
        sys.exit(3)
    except OnrecordError as fault:
        remark(str(fault))
        sys.exit(2)
    except KeyboardInterrupt:
        remark("stopped; the record is as it was before")
        sys.exit(130)
    except BrokenPipeError:
        sys.stderr.close()  # the reader of our output has gone: nothing is left to say to it
        sys.exit(0)
