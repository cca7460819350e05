"""A local server that speaks as an OpenAI-compatible endpoint does, and answers with what a test tells it."""

from __future__ import annotations

import json
import threading
from collections.abc import Callable
from http.server import BaseHTTPRequestHandler, ThreadingHTTPServer
from typing import Any, NamedTuple

Answer = Callable[["Asked"], Any]
"""The arguments of an answer, or an int: an HTTP status to fail with."""


class Asked(NamedTuple):
    """One request: the field its answer has ("names", "attributions" ...), and the data it shows."""

    question: str
    data: str
    body: dict[str, Any]
    key: str

    def sentences(self) -> dict[int, str]:
        """The sentences shown, by number."""
        rows = [line[1:].partition("] ") for line in self.data.splitlines() if line.startswith("[")]
        return {int(number): words for number, _, words in rows}


class ModelServer:
    """Serves on a port of this machine while it is entered; `asked` has every request."""

    def __init__(self, answer: Answer) -> None:
        self.answer = answer
        self.asked: list[Asked] = []

    def __enter__(self) -> ModelServer:
        server = self

        class Handler(BaseHTTPRequestHandler):
            def do_POST(self) -> None:
                body = json.loads(self.rfile.read(int(self.headers["content-length"])))
                asked = _asked(body, self.headers.get("authorization", ""))
                server.asked.append(asked)
                given = server.answer(asked)
                status, told = (
                    (given, {"error": {"message": f"no: {asked.key}"}}) if isinstance(given, int) else (200, given)
                )
                data = json.dumps(told if status != 200 else _reply(body, told)).encode()
                self.send_response(status)
                self.send_header("content-type", "application/json")
                self.send_header("content-length", str(len(data)))
                self.end_headers()
                self.wfile.write(data)

            def log_message(self, *_: object) -> None:
                return

        self._server = ThreadingHTTPServer(("127.0.0.1", 0), Handler)
        self._thread = threading.Thread(target=self._server.serve_forever, args=(0.01,), daemon=True)
        self._thread.start()
        return self

    def __exit__(self, *_: object) -> None:
        self._server.shutdown()
        self._server.server_close()

    @property
    def url(self) -> str:
        return f"http://127.0.0.1:{self._server.server_address[1]}/v1"


def _asked(body: dict[str, Any], key: str) -> Asked:
    question = next(iter(body["tools"][0]["function"]["parameters"]["properties"]))
    prompt = next(message["content"] for message in body["messages"] if message["role"] == "user")
    return Asked(question, prompt, body, key)


def _reply(body: dict[str, Any], arguments: Any) -> dict[str, Any]:
    call = {"name": body["tools"][0]["function"]["name"], "arguments": json.dumps(arguments)}
    message = {
        "role": "assistant", "content": None, "tool_calls": [{"id": "call-1", "type": "function", "function": call}]
    }  # fmt: skip
    return {
        "id": "chat-1", "object": "chat.completion", "created": 0, "model": body["model"],
        "choices": [{"index": 0, "finish_reason": "tool_calls", "message": message}],
        "usage": {"prompt_tokens": 1, "completion_tokens": 1, "total_tokens": 2},
    }  # fmt: skip


def piece(asked: Asked, words: str) -> dict[str, Any]:
    """Words as an answer quotes them, with the first sentence shown that has them (99,999 where none has)."""
    held = [number for number, sentence in asked.sentences().items() if words in sentence]
    return {"sentence": held[0] if held else 99_999, "words": words}


def said(asked: Asked, source: str | None, cue: str, *content: str, act: str = "says") -> dict[str, Any]:
    """An attribution as an answer gives it."""
    return {
        "source": piece(asked, source) if source else None, "cue": piece(asked, cue),
        "content": [piece(asked, words) for words in content], "act": act, "hearer": None,
    }  # fmt: skip


def nothing(asked: Asked) -> dict[str, Any]:
    """An answer that has nothing."""
    return {asked.question: []}
