"""From a row down to the characters, on the served page."""

from __future__ import annotations

import re
from collections.abc import Iterator

import pytest
from starlette.testclient import TestClient

from onrecord.nouns import Claim
from onrecord.record import Record
from onrecord.web import application
from onrecord.web.links import file_name


@pytest.fixture(scope="module")
def client(sample: Record) -> Iterator[TestClient]:
    with TestClient(application(sample.path), base_url="http://127.0.0.1") as client:
        yield client


def test_a_claim_is_unfolded_to_words_that_stand_in_an_article(client: TestClient, sample: Record) -> None:
    row = sample.claims()[0]
    answer = client.get("/dossier/why", params={"id": row.id})
    assert answer.status_code == 200
    marked = re.findall(r'<mark class="hit">([^<&]+)</mark>', answer.text)
    texts = [article.text for article in sample.articles()]
    assert marked
    assert all(any(words in text for text in texts) for words in marked)


@pytest.mark.parametrize("row_id", ["", "claim-0000000000000000", "<script>", "../record.db"])
def test_what_is_no_row_is_not_found(client: TestClient, row_id: str) -> None:
    answer = client.get("/dossier/why", params={"id": row_id})
    assert answer.status_code == 404
    assert "<script>" not in answer.text


def test_every_list_offers_why(client: TestClient) -> None:
    for name in ("claims", "who", "timeline", "quotations", "figures"):
        found = re.findall(r'href="(why\?id=[^"]+)"', client.get(f"/dossier/{name}.html").text)
        assert found, name
        assert client.get(f"/dossier/{found[0]}").status_code == 200, name


def test_a_row_without_a_page_in_the_dossier_has_one_here(client: TestClient, sample: Record) -> None:
    alone = next(row for row in sample.all("claim") if isinstance(row, Claim) and len(row.statements) == 1)
    answer = client.get(f"/dossier/{file_name(alone.id)}")
    assert answer.status_code == 200
    assert '1</span> <span class="what">statement</span>' in answer.text
