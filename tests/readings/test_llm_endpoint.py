"""How a model is reached: from the environment, with bounded tries and time, and errors that say what to do."""

from __future__ import annotations

import sys
import time

import pytest
from articles_made import article
from model_server import Asked, ModelServer, nothing

from onrecord import readers
from onrecord.errors import NoSuchReader, ReaderError
from onrecord.readings import llm
from onrecord.readings.composing import Composed
from onrecord.readings.llm.asking import IN_A_ROW
from onrecord.readings.rules import Rules

LINE = "Orla Fenn said the harbour was shut."


def asking(url: str, **more: float) -> Composed:
    return llm.reader(llm.Endpoint("m", url, "sk-secret", **{"retries": 0, **more}), ["times"])  # type: ignore[arg-type]


@pytest.mark.parametrize(
    ("status", "error", "rule"),
    [
        (401, NoSuchReader, "must take the key; it did not: set ONRECORD_LLM_KEY"),
        (404, NoSuchReader, "must have a model 'm'"),
        (500, ReaderError, "must answer in the form asked for"),
        (400, ReaderError, "must answer in the form asked for"),
    ],
)
def test_a_failing_endpoint_is_an_error_that_says_what_to_do_and_not_the_key(
    status: int, error: type[Exception], rule: str
) -> None:
    with ModelServer(lambda _: status) as server, pytest.raises(error, match=rule) as failed:
        asking(server.url).read([article(LINE)])
    assert "sk-secret" not in str(failed.value)
    assert failed.value.__cause__ is None


def test_an_endpoint_that_is_not_there_is_a_wrong_call() -> None:
    with ModelServer(nothing) as server:
        url = server.url
    with pytest.raises(NoSuchReader, match="must answer; it does not: start it, or mend ONRECORD_LLM_URL"):
        asking(url).read([article(LINE)])


def test_an_answer_of_another_form_is_asked_for_once_more_and_then_refused() -> None:
    with ModelServer(lambda _: {"times": "soon"}) as server, pytest.raises(ReaderError):
        asking(server.url).read([article(LINE)])
    assert len(server.asked) == 2


def test_a_request_that_fails_is_tried_again_so_often_and_no_more() -> None:
    def answer(_: Asked) -> object:
        return 500 if len(server.asked) < 2 else {"times": []}

    with ModelServer(answer) as server:
        asking(server.url, retries=1).read([article(LINE)])
        assert len(server.asked) == 2


def test_an_endpoint_that_takes_too_long_is_given_up() -> None:
    def slow(asked: Asked) -> object:
        time.sleep(0.5)
        return nothing(asked)

    with ModelServer(slow) as server, pytest.raises((ReaderError, NoSuchReader)):
        asking(server.url, timeout=0.1).read([article(LINE)])


def test_an_endpoint_that_fails_again_and_again_is_not_asked_any_more() -> None:
    with ModelServer(lambda _: 500) as server:
        reader = asking(server.url)
        for _ in range(IN_A_ROW + 2):
            with pytest.raises(ReaderError):
                reader.read([article(LINE)])
        assert len(server.asked) == IN_A_ROW


def test_several_windows_are_asked_about_at_once_and_answered_in_their_order(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr("onrecord.readings.llm.windows.LONGEST", 30)
    lines = [f"On day {n} the gate was shut." for n in range(6)]

    def answer(asked: Asked) -> object:
        number, sentence = next(iter(asked.sentences().items()))
        return {"times": [{"sentence": number, "words": " ".join(sentence.split()[1:3])}]}

    with ModelServer(answer) as server:
        alone = asking(server.url).read([article(*lines)])[0].times
        together = asking(server.url, concurrency=4).read([article(*lines)])[0].times
    assert len(alone) == 6
    assert alone == together


@pytest.fixture
def _no_settings(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.delenv("ONRECORD_LLM_MODEL", raising=False)


@pytest.mark.usefixtures("_no_settings")
def test_the_reader_llm_needs_the_name_of_a_model() -> None:
    with pytest.raises(NoSuchReader, match="ONRECORD_LLM_MODEL is not set"):
        readers.pick("llm")


def test_the_environment_describes_the_reader() -> None:
    with ModelServer(nothing) as server:
        names = {
            "ONRECORD_LLM_MODEL": "m", "ONRECORD_LLM_URL": server.url, "ONRECORD_LLM_KEY": "sk-secret",
            "ONRECORD_LLM_QUESTIONS": "times, names", "ONRECORD_LLM_TIMEOUT": "5", "ONRECORD_LLM_RETRIES": "0",
        }  # fmt: skip
        reader = llm.from_environment(names)
        reader.read([article(LINE)])
        assert [one.question for one in server.asked] == ["names", "times"]
        assert server.asked[0].key == "Bearer sk-secret"
    assert reader.name == f"{Rules.name}, names: llm-1 m, times: llm-1 m"


@pytest.mark.parametrize(
    ("name", "value", "rule"),
    [
        ("ONRECORD_LLM_TIMEOUT", "soon", "ONRECORD_LLM_TIMEOUT is a number from 1 to 3600, not 'soon'"),
        ("ONRECORD_LLM_RETRIES", "99", "ONRECORD_LLM_RETRIES is a number from 0 to 10, not '99'"),
        ("ONRECORD_LLM_QUESTIONS", "names,moods", "a model answers names, .* not moods"),
        ("ONRECORD_LLM_FORM", "poem", "the form of an answer is tool, schema, prompt, not 'poem'"),
    ],
)
def test_a_setting_that_is_none_is_a_wrong_call(name: str, value: str, rule: str) -> None:
    with pytest.raises(NoSuchReader, match=rule):
        llm.from_environment({"ONRECORD_LLM_MODEL": "m", name: value})


def test_the_key_is_not_shown() -> None:
    shown = repr(llm.Endpoint("m", "http://user:pass@host:81/v1", "sk-secret"))
    assert shown == "Endpoint('m', 'http://host:81')"


def test_without_the_extra_the_error_says_how_to_get_it(monkeypatch: pytest.MonkeyPatch) -> None:
    for name in [name for name in sys.modules if name.startswith("onrecord.readings.llm")]:
        monkeypatch.delitem(sys.modules, name)
    monkeypatch.delattr("onrecord.readings.llm")
    monkeypatch.setitem(sys.modules, "pydantic_ai", None)
    with pytest.raises(NoSuchReader, match=r"pip install 'onrecord\[llm\]'"):
        readers.pick("llm")
