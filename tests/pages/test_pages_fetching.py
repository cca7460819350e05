"""Fetching, against a server that misbehaves in every way we know of. Nothing is raised, every failure has a reason."""

from __future__ import annotations

import socket
import threading
import time
from collections.abc import Iterator
from datetime import UTC, datetime
from html import escape

import pytest
from newsstand import WORDS, Serve, Stand, answer, bomb, dripping, forever, moved, newsstand, silent

from onrecord.nouns import Source
from onrecord.pages import exchanges, read
from onrecord.pages.feeds import entries, is_feed
from onrecord.pages.fetching import Fetcher, Limits

HERE = frozenset({"127.0.0.1"})
QUICK = Limits(size=100_000, seconds=1.0, redirects=3, pause=0.0)


@pytest.fixture
def stand() -> Iterator[Stand]:
    with newsstand() as open_:
        open_.paths["/a"] = answer(WORDS)
        yield open_


def fetched(*urls: str, limits: Limits = QUICK, hosts: frozenset[str] = HERE) -> list[Source]:
    return list(Fetcher(hosts, limits).sources(urls))


def reason(url: str, limits: Limits = QUICK, hosts: frozenset[str] = HERE) -> str:
    (source,) = fetched(url, limits=limits, hosts=hosts)
    assert source.refused is not None
    assert (source.uri, source.data) == (url, b"")
    assert source.refused.startswith(url)
    assert read(source)[0].outcome == "set-aside"
    return source.refused.removeprefix(url).strip()


def test_a_page_comes_with_its_address_its_type_and_its_time(stand: Stand) -> None:
    date = datetime.now(UTC).strftime("%a, %d %b %Y %H:%M:%S GMT")
    stand.paths["/a"] = answer(WORDS, media_type="text/html; charset=x", headers=f"Date: {date}\r\n")
    (source,) = fetched(f"{stand.url}/a#top")
    assert source == Source(
        uri=f"{stand.url}/a", data=WORDS, media_type="text/html; charset=x",
        captured=datetime.strptime(date, "%a, %d %b %Y %H:%M:%S GMT").replace(tzinfo=UTC).isoformat(),
    )  # fmt: skip


def test_a_clock_that_is_far_out_is_not_believed(stand: Stand) -> None:
    stand.paths["/a"] = answer(WORDS, headers="Date: Thu, 01 Jan 1970 00:00:00 GMT\r\n")
    (source,) = fetched(f"{stand.url}/a")
    assert source.captured is not None
    assert source.captured > "2020"


def test_we_say_who_we_are_and_nothing_of_our_surroundings(stand: Stand) -> None:
    fetched(f"{stand.url}/a")
    names = {line.partition(":")[0] for line in stand.asked[-1].strip().split("\r\n")[1:]}
    assert "User-Agent: onrecord/" in stand.asked[-1]
    assert names == {"Host", "User-Agent", "Connection", "Accept", "Accept-Encoding"}


def test_the_charset_of_the_header_reads_the_page(stand: Stand) -> None:
    stand.paths["/a"] = answer("<p>Łódź</p>".encode("iso-8859-2"), media_type="text/html; charset=ISO-8859-2")
    _, document = read(fetched(f"{stand.url}/a")[0])
    assert document is not None
    assert "Łódź" in document.text


def test_an_unknown_charset_does_no_harm(stand: Stand) -> None:
    stand.paths["/a"] = answer("<p>Łódź</p>".encode(), media_type="text/html; charset=klingon")
    _, document = read(fetched(f"{stand.url}/a")[0])
    assert document is not None
    assert "Łódź" in document.text


def test_an_address_is_fetched_once(stand: Stand) -> None:
    assert len(fetched(f"{stand.url}/a", f"{stand.url}/a#b")) == 1
    assert stand.requested() == ["/robots.txt", "/a"]


# ------------------------------------------------------------------------------------------------ answers that are none


@pytest.mark.parametrize(
    "status", ["404 Not Found", "500 Internal Server Error", "403 Forbidden", "204 No Content", "304 Not Modified"]
)
def test_another_status_than_200_is_the_reason(stand: Stand, status: str) -> None:
    stand.paths["/b"] = answer(b"<p>Sorry.</p>", status=status)
    assert reason(f"{stand.url}/b").startswith(f"was answered with {status}: ")


def test_a_picture_is_no_page(stand: Stand) -> None:
    stand.paths["/b"] = answer(b"\x89PNG", media_type="image/png")
    assert reason(f"{stand.url}/b").startswith("is image/png, which is no page")


def test_a_body_shorter_than_its_length_says_is_broken_off(stand: Stand) -> None:
    stand.paths["/b"] = answer(WORDS, headers="Content-Length: 5000\r\n")
    assert reason(f"{stand.url}/b").startswith("broke off")


def test_a_body_longer_than_its_length_says_is_read_to_that_length(stand: Stand) -> None:
    stand.paths["/b"] = answer(WORDS, headers="Content-Length: 30\r\n")
    assert fetched(f"{stand.url}/b")[0].data == WORDS[:30]


def test_a_length_above_the_limit_is_refused_before_the_body(stand: Stand) -> None:
    stand.paths["/b"] = answer(b"", headers="Content-Length: 99999999999\r\n")
    assert reason(f"{stand.url}/b").startswith("sends more than the 100,000 bytes of one page")


def test_a_body_that_never_ends_is_cut_at_the_limit(stand: Stand) -> None:
    stand.paths["/b"] = forever
    assert reason(f"{stand.url}/b").startswith("sends more than the 100,000 bytes")


def test_a_bomb_is_refused_at_the_limit(stand: Stand) -> None:
    stand.paths["/b"] = bomb(20_000_000)
    assert reason(f"{stand.url}/b").startswith("unpacks to more than 100,000 bytes")


def test_damaged_packing_is_told(stand: Stand) -> None:
    stand.paths["/b"] = answer(b"\x1f\x8b\x08\x00" + b"\xff" * 40, headers="Content-Encoding: gzip\r\n")
    assert reason(f"{stand.url}/b").startswith("is damaged where it is packed")


@pytest.mark.parametrize(
    "head",
    [b"", b"HTTP/1.1 200 OK\r\nX: ", b"HTTP/1.1 200 OK\r\n\r\n"],
    ids=["in the status", "in a header", "in the body"],
)
def test_a_byte_now_and_then_gains_no_time(stand: Stand, head: bytes) -> None:
    stand.paths["/b"] = dripping(head)
    began = time.monotonic()
    assert reason(f"{stand.url}/b", QUICK._replace(seconds=0.4)).startswith(
        ("took longer than a page may", "was silent")
    )
    assert time.monotonic() - began < 5


def test_silence_is_given_up(stand: Stand, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(exchanges, "SILENCE", 0.2)
    stand.paths["/b"] = silent
    assert reason(f"{stand.url}/b").startswith("was silent for 0 seconds")


@pytest.mark.parametrize("noise", [b"\0\xff" * 200, b"SSH-2.0\r\n\r\n", b"HTTP/1.1 999999 x\r\n\r\n", b"a" * 300_000])
def test_what_is_not_http_is_told(stand: Stand, noise: bytes) -> None:
    stand.paths["/b"] = lambda _, caller: caller.sendall(noise)
    assert reason(f"{stand.url}/b").startswith("broke off or does not keep to HTTP")


def test_no_server_and_no_such_host_are_told(stand: Stand) -> None:
    stand.close()
    assert "cannot be reached" in reason(f"{stand.url}/b")
    assert "has a host that is not known" in reason("http://no-such-host.invalid/b")


# ------------------------------------------------------------------------------------------------------------ redirects


def test_redirects_are_followed_and_the_page_has_its_last_address(stand: Stand) -> None:
    stand.paths["/b"], stand.paths["/c"] = moved("/c"), moved(f"{stand.url}/a")
    (source,) = fetched(f"{stand.url}/b")
    assert (source.uri, source.data) == (f"{stand.url}/a", WORDS)


def test_a_circle_of_redirects_is_told(stand: Stand) -> None:
    stand.paths["/b"], stand.paths["/c"] = moved("/c"), moved("/b")
    assert reason(f"{stand.url}/b").startswith("is redirected in a circle")


def test_redirects_without_end_are_told(stand: Stand) -> None:
    stand.paths |= {f"/{n}": moved(f"/{n + 1}") for n in range(9)}
    assert reason(f"{stand.url}/0").startswith("is redirected more than 3 times")


@pytest.mark.parametrize(
    "to", ["file:///etc/passwd", "ftp://gazette.example/a", "http://u:p@gazette.example/", "data:text/html,x"]
)
def test_a_redirect_leads_to_web_pages_only(stand: Stand, to: str) -> None:
    stand.paths["/b"] = moved(to)
    assert reason(f"{stand.url}/b").startswith("is redirected to what ")


@pytest.mark.parametrize("host", ["localhost", "[::1]", "0.0.0.0", "10.0.0.1", "169.254.169.254", "[::ffff:127.0.0.1]"])
def test_a_redirect_to_a_private_address_is_refused(stand: Stand, host: str) -> None:
    stand.paths["/b"] = moved(f"http://{host}:{stand.port}/a")
    assert "has a host on a private network" in reason(f"{stand.url}/b")
    assert "/a" not in stand.requested()


# --------------------------------------------------------------------------------------------------------------- robots


def test_robots_txt_is_kept_to(stand: Stand) -> None:
    stand.paths["/robots.txt"] = answer(b"User-agent: onrecord\nDisallow: /b\n", media_type="text/plain")
    stand.paths["/b"] = answer(WORDS)
    assert reason(f"{stand.url}/b").startswith("is closed to programs by the site's robots.txt")
    assert fetched(f"{stand.url}/a")[0].data == WORDS


def test_robots_txt_is_kept_to_after_a_redirect(stand: Stand) -> None:
    stand.paths["/robots.txt"] = answer(b"User-agent: *\nDisallow: /b\n", media_type="text/plain")
    stand.paths["/c"], stand.paths["/b"] = moved("/b"), answer(WORDS)
    assert "robots.txt" in reason(f"{stand.url}/c")
    assert "/b" not in stand.requested()


def test_robots_txt_that_cannot_be_read_closes_the_site(stand: Stand) -> None:
    stand.paths["/robots.txt"] = answer(b"", status="503 Service Unavailable")
    assert "robots.txt was answered with 503" in reason(f"{stand.url}/a")
    stand.paths["/robots.txt"] = forever
    assert "robots.txt sends more than" in reason(f"{stand.url}/a")
    assert "/a" not in stand.requested()


def test_a_site_that_cannot_be_reached_is_tried_once(stand: Stand) -> None:
    stand.paths["/robots.txt"] = lambda _, caller: caller.close()
    first, second = fetched(f"{stand.url}/a", f"{stand.url}/b")
    assert "its robots.txt broke off" in (first.refused or "")
    assert "its robots.txt broke off" in (second.refused or "")
    assert stand.requested() == ["/robots.txt"]


def test_a_pause_is_kept_between_requests_to_a_host(stand: Stand) -> None:
    fetched(f"{stand.url}/a", f"{stand.url}/b", limits=QUICK._replace(pause=0.15))
    gaps = [after - before for before, after in zip(stand.times, stand.times[1:], strict=False)]
    assert len(gaps) == 2
    assert min(gaps) > 0.1


def test_the_pause_that_robots_txt_asks_for_is_kept(stand: Stand) -> None:
    stand.paths["/robots.txt"] = answer(b"User-agent: *\nCrawl-delay: 0.3\n", media_type="text/plain")
    fetched(f"{stand.url}/a", f"{stand.url}/b")
    assert stand.times[2] - stand.times[1] > 0.2


def test_several_hosts_are_asked_at_once_and_the_answers_come_in_order(stand: Stand) -> None:
    with newsstand() as other:
        asked = [threading.Event(), threading.Event()]

        def meeting(own: int) -> Serve:
            def serve(stand: Stand, caller: socket.socket) -> None:
                asked[own].set()
                body = b"met" if asked[1 - own].wait(5) else b"alone"
                time.sleep(0.2 * (1 - own))
                answer(body)(stand, caller)

            return serve

        stand.paths["/m"], other.paths["/m"] = meeting(0), meeting(1)
        urls = [f"{stand.url}/m", f"{other.url}/m", f"{stand.url}/a"]
        found = fetched(*urls, limits=QUICK._replace(seconds=9.0))
    assert [(source.uri, source.data) for source in found] == list(zip(urls, [b"met", b"met", WORDS], strict=True))


def test_a_host_is_asked_one_page_at_a_time_also_by_redirects_from_others(stand: Stand) -> None:
    busy, most = [], []

    def serve(stand: Stand, caller: socket.socket) -> None:
        busy.append(1)
        most.append(len(busy))
        time.sleep(0.1)
        busy.pop()
        answer(WORDS)(stand, caller)

    stand.paths |= {f"/{n}": serve for n in range(4)}
    with newsstand() as other:
        other.paths |= {f"/{n}": moved(f"{stand.url}/{n}") for n in (2, 3)}
        found = fetched(*(f"{host.url}/{n}" for n, host in enumerate([stand, stand, other, other])))
    assert [source.uri for source in found] == [f"{stand.url}/{n}" for n in range(4)]
    assert set(most) == {1}


# ---------------------------------------------------------------------------------------------------------------- feeds

RSS = b"""<?xml version="1.0"?><!-- made by hand --><rss version="2.0"><channel><title>Gazette</title>
<item><title>Mill</title><link>/a</link></item>
<item><title>Lock</title><link>HERE/lost</link></item>
<item><title>Again</title><link>/a</link></item>
<item><title>Odd</title><link>ftp://gazette.example/x</link></item>
<item><title>Feed</title><link>/feed2</link></item>
</channel></rss>"""
ATOM = b"""<feed xmlns="http://www.w3.org/2005/Atom"><title>Gazette</title>
<entry><title>Mill</title><link rel="enclosure" href="/sound"/><link rel="alternate" href="/a"/></entry></feed>"""


@pytest.mark.parametrize("media_type", ["application/rss+xml", "text/xml", "text/html"])
def test_a_feed_gives_the_pages_it_lists_and_is_no_page_itself(stand: Stand, media_type: str) -> None:
    stand.paths["/feed"] = answer(RSS.replace(b"HERE", stand.url.encode()), media_type=media_type)
    stand.paths["/feed2"] = answer(ATOM, media_type="application/atom+xml")
    page, lost, inner = fetched(f"{stand.url}/feed")
    assert (page.uri, page.data) == (f"{stand.url}/a", WORDS)
    assert "404" in (lost.refused or "")
    assert "is a feed inside a feed" in (inner.refused or "")


def test_atom_is_followed_by_its_alternate_links(stand: Stand) -> None:
    stand.paths["/feed"] = answer(ATOM, media_type="application/atom+xml")
    assert [source.uri for source in fetched(f"{stand.url}/feed")] == [f"{stand.url}/a"]


def test_links_of_a_feed_are_relative_to_what_it_says_and_a_guid_may_be_one() -> None:
    feed = b"""<?xml version="1.0" encoding="iso-8859-1"?><!DOCTYPE rss>
    <rss xml:base="https://gazette.example/news/"><channel><link>https://gazette.example/</link>
    <item><link><![CDATA[ mill ]]></link><guid>https://gazette.example/1</guid></item>
    <item><title>Caf\xe9 &nbsp; & more</title><guid>https://gazette.example/2</guid></item>
    <item><guid isPermaLink="false">https://gazette.example/3</guid></item></channel></rss>"""
    assert is_feed(None, feed)
    assert entries(feed, "https://other.example/") == ["https://gazette.example/news/mill", "https://gazette.example/2"]


def test_a_feed_without_entries_or_broken_is_set_aside(stand: Stand) -> None:
    for body in (b"<rss><channel></channel></rss>", b"<rss><channel><item><li", b"<rss " + b"<a>" * 5000, b"<rss>\0"):
        stand.paths["/feed"] = answer(body, media_type="application/rss+xml")
        (source,) = fetched(f"{stand.url}/feed")
        assert "is a feed without entries" in (source.refused or "")
        assert source.data == body


def test_entities_of_a_feed_open_no_files_and_do_not_swell(stand: Stand) -> None:
    laughs = b'<!DOCTYPE r [<!ENTITY a "' + b"ha" * 50 + b'">'
    laughs += b"".join(b'<!ENTITY %c "%b">' % (98 + n, b"&%c;" % (97 + n) * 30) for n in range(9))
    feed = laughs + b"]><rss><channel><item><link>&j;</link></item></channel></rss>"
    stand.paths["/feed"] = answer(feed, media_type="application/rss+xml")
    assert all(source.refused for source in fetched(f"{stand.url}/feed"))


CONTENT = "".join(f"<p>The mill at Wexby will close in June, its owner said on day {n}.</p>" for n in range(30))
FULL = f"""<rss xmlns:content="http://purl.org/rss/1.0/modules/content/" xmlns:dc="http://purl.org/dc/elements/1.1/">
<channel><title>Wexby Gazette</title>
<item><title>Mill to close</title><link>/mill</link><dc:creator>Ann Ostrey</dc:creator>
<pubDate>Fri, 03 May 2024 10:20:30 +0200</pubDate><description>The mill will close.</description>
<content:encoded><![CDATA[{CONTENT}]]></content:encoded></item>
<item><title>Lock</title><link>/a</link><description>{"The lock is shut and " * 60}...</description></item>
</channel></rss>"""


def test_an_entry_that_carries_its_page_whole_is_that_page_and_others_are_fetched(stand: Stand) -> None:
    stand.paths["/feed"] = answer(FULL.encode(), media_type="application/rss+xml")
    whole, fetched_one = fetched(f"{stand.url}/feed")
    page, document = read(whole)
    assert document is not None
    assert (page.uri, page.outcome, document.media_type) == (f"{stand.url}/mill", "read", "text/html")
    assert all(words in document.text for words in (CONTENT, "<h1>Mill to close</h1>", "2024-05-03T10:20:30+02:00"))
    assert all(words in document.text for words in ("Ann Ostrey", "Wexby Gazette"))
    assert "Lock" not in document.text
    assert (fetched_one.uri, fetched_one.data) == (f"{stand.url}/a", WORDS)
    assert "/mill" not in stand.requested()


def test_atom_content_of_every_type_is_read_as_html(stand: Stand) -> None:
    words = "One & <two>. " * 100
    kinds = {
        "html": f'<content type="html">{escape(f"<p>{escape(words)}</p>")}</content>',
        "text": f'<content type="text">{escape(words)}</content>',
        "xhtml": '<content type="xhtml"><x:div xmlns:x="http://www.w3.org/1999/xhtml"><!-- ad -->'
        f"<x:p>{escape(words)}</x:p></x:div></content>",
    }
    for kind, content in kinds.items():
        feed = (
            f'<feed xmlns="http://www.w3.org/2005/Atom"><title>G</title><entry><title>T</title>{content}</entry></feed>'
        )
        stand.paths["/feed"] = answer(feed.encode(), media_type="application/atom+xml")
        (source,) = fetched(f"{stand.url}/feed")
        _, document = read(source)
        assert document is not None
        assert source.uri == f"{stand.url}/feed#1", kind
        assert f"<p>{escape(words)}</p>" in document.text, kind
