"""Pages of a shape of their own: pull quotes, opinion, posts, live pages, talks, walls."""

from __future__ import annotations

import pytest

from onrecord.articles import cut
from onrecord.nouns import Article, Document, Refusal, Scrap

CLOSED = (
    "The council of Wexby closed the old bridge on Monday after divers found that two of its four piers had moved, "
    "the mayor, Ida Marsh, told reporters."
)
SAID = (
    "“Nobody will drive over it before June,” she said. “We should have looked sooner and asked who knows the river.”"
)
KNEW = (
    "A report by the county in 2021 had warned that the piers were weak. The county declined to comment on the report."
)
SHOPS = "Shopkeepers on the north bank said that they had lost half of their trade in a week, and asked for a ferry."
FOUR = (CLOSED, SAID, KNEW, SHOPS)


def read(text: str, media_type: str = "text/plain") -> tuple[list[Article], list[Scrap], list[Refusal]]:
    return cut(Document(page="p", uri="u", media_type=media_type, captured=None, text=text))


def page(body: str, head: str = "") -> tuple[list[Article], list[Scrap], list[Refusal]]:
    return read(
        f"<html><head>{head}</head><body><h1>Wexby closes its bridge</h1><div>{body}</div></body></html>", "text/html"
    )


def paragraphs(*texts: str) -> str:
    return "".join(f"<p>{text}</p>" for text in texts)


def body(article: Article) -> list[str]:
    return [article.text[start:end] for start, end, region in article.lines() if region == "body"]


def cut_off(scraps: list[Scrap], reason: str) -> list[str]:
    return [scrap.text for scrap in scraps if scrap.reason == reason]


def declared(**said: object) -> str:
    told = ", ".join(f'"{key}": {value}' for key, value in said.items())
    return f'<script type="application/ld+json">{{"@type": "NewsArticle", {told}}}</script>'


# -------------------------------------------------------------------------------------------------------- pull quotes


def test_a_line_that_repeats_words_of_a_paragraph_is_a_pull_quote() -> None:
    pulled = "We should have looked sooner and asked who knows the river"
    articles, scraps, _ = page(paragraphs(CLOSED, SAID, pulled, KNEW))
    assert body(articles[0]) == [CLOSED, SAID, KNEW]
    assert cut_off(scraps, "pull quote") == [pulled]


def test_a_subhead_that_quotes_the_body_stays() -> None:
    subhead = "Nobody will drive over it before June"
    articles, _, _ = page(f"<p>{CLOSED}</p><h3>{subhead}</h3><p>{SAID}</p><p>{KNEW}</p>")
    assert subhead in body(articles[0])


def test_a_few_words_that_recur_are_no_pull_quote() -> None:
    articles, scraps, _ = page(paragraphs(CLOSED, "“Before June,” she said.", f"{SAID} “Before June,” she said.", KNEW))
    assert "“Before June,” she said." in body(articles[0])
    assert cut_off(scraps, "pull quote") == []


# ------------------------------------------------------------------------------------------------------------ opinion


@pytest.mark.parametrize(
    ("head", "above"),
    [
        ('<script type="application/ld+json">{"@type": "OpinionNewsArticle", "headline": "Wexby closes"}</script>', ""),
        ('<meta property="article:section" content="Opinion">', ""),
        ('<link rel="canonical" href="https://gazette.example/opinion/2024/wexby">', ""),
        ("<title>Opinion | Wexby closes its bridge</title>", ""),
        ("", "<p>Opinion</p>"),
    ],
)
def test_what_marks_a_page_as_opinion_is_noted(head: str, above: str) -> None:
    text = f"<head>{head}</head><body>{above}<h1>Wexby closes its bridge</h1>{paragraphs(*FOUR)}</body>"
    articles, _, _ = read(text, "text/html")
    assert [note.split(":")[0] for note in articles[0].notes] == ["opinion"]


def test_opinion_in_a_menu_marks_nothing() -> None:
    menu = "The Gazette\nHome\nNews\nOpinion\nWexby closes its old bridge\n7 May 2024\n"
    articles, _, _ = read(menu + "\n".join(FOUR))
    assert articles[0].notes == ()


# -------------------------------------------------------------------------------------------------------------- posts

POST = (
    "<blockquote class='twitter-tweet'><p>We will not reopen the bridge before June.</p>&mdash; Ida Marsh (@idamarsh) "
    "<a href='x'>May 7, 2024</a></blockquote>"
)


def test_an_embedded_post_is_one_line_with_its_signature() -> None:
    articles, _, _ = page(f"<p>{CLOSED}</p>{POST}<p>{KNEW}</p><p>{SHOPS}</p>")
    assert "We will not reopen the bridge before June. — Ida Marsh (@idamarsh) May 7, 2024" in body(articles[0])


def test_the_date_of_a_post_does_not_date_the_page() -> None:
    articles, _, _ = page(f"<p>{CLOSED}</p>{POST}<p>{KNEW}</p><p>{SHOPS}</p>")
    assert articles[0].published is None


def test_a_signature_on_a_line_of_its_own_stays_where_it_is_in_flattened_text() -> None:
    text = f"Wexby closes its bridge\n\n{CLOSED}\nWe will not reopen it.\n— Ida Marsh (@idamarsh) May 7, 2024\n{KNEW}"
    articles, _, _ = read(text)
    assert body(articles[0])[1:3] == ["We will not reopen it.", "— Ida Marsh (@idamarsh) May 7, 2024"]
    assert text[slice(*articles[0].places[3])] == "— Ida Marsh (@idamarsh) May 7, 2024"


SAID_POST = "We will not reopen the bridge before June."


@pytest.mark.parametrize(
    ("embed", "line"),
    [
        (
            "<blockquote class='twitter-tweet'><p>We will not reopen the bridge<br><br>before June.</p>&mdash; "
            "Ida Marsh (@idamarsh) <a href='x'>May 7, 2024</a></blockquote>",
            f"{SAID_POST} — Ida Marsh (@idamarsh) May 7, 2024",
        ),
        (
            f"<div class='fb-post'><blockquote class='fb-xfbml-parse-ignore'><p>{SAID_POST}</p>Posted by <a href='x'>"
            "Ida Marsh</a> on <a href='y'>Tuesday, May 7, 2024</a></blockquote></div>",
            f"{SAID_POST} Posted by Ida Marsh on Tuesday, May 7, 2024",
        ),
        (
            f"<blockquote class='telegram-post'><p>{SAID_POST}</p><footer>— Ida Marsh (@idamarsh) May 7, 2024</footer>"
            "</blockquote>",
            f"{SAID_POST} — Ida Marsh (@idamarsh) May 7, 2024",
        ),
        (
            "<blockquote class='instagram-media'><a href='x'><div>View this post on Instagram</div></a>"
            f"<p>{SAID_POST}</p><p><a href='x'>A post shared by Ida Marsh (@idamarsh)</a></p></blockquote>",
            f"{SAID_POST} A post shared by Ida Marsh (@idamarsh)",
        ),
    ],
)
def test_a_post_of_any_house_is_one_line_with_its_signature(embed: str, line: str) -> None:
    articles, _, _ = page(f"<p>{CLOSED}</p>{embed}<p>{KNEW}</p><p>{SHOPS}</p>")
    assert body(articles[0]) == [CLOSED, line, KNEW, SHOPS]


def test_a_post_that_nothing_signs_is_nobody_s_words() -> None:
    embed = "<blockquote class='tiktok-embed'><a href='x'>@ida</a><p>Watch the bridge fall</p></blockquote>"
    articles, scraps, _ = page(f"<p>{CLOSED}</p>{embed}<p>{KNEW}</p><p>{SHOPS}</p>")
    assert body(articles[0]) == [CLOSED, KNEW, SHOPS]
    assert "Watch the bridge fall" in cut_off(scraps, "a post that nothing signs")


# --------------------------------------------------------------------------------------------------------- live pages

HEADS = ("Ferry may run", "Report of 2021", "Mayor speaks", "Bridge closed")
TIMES = ("15:00", "14:10 BST", "1.05 p.m.", "12:00")


def live_text(times: tuple[str, ...], headline: str = "Bridge closed at Wexby: live updates") -> str:
    entries = "\n\n".join(f"{time}\n{head}\n{told}" for time, head, told in zip(times, HEADS, FOUR, strict=True))
    return f"The Gazette\n{headline}\n7 May 2024\n\n{entries}\n"


def test_a_live_page_is_one_article_with_its_entries_headings() -> None:
    articles, scraps, _ = read(live_text(TIMES))
    assert [article.headline for article in articles] == ["Bridge closed at Wexby: live updates"]
    assert body(articles[0]) == [line for pair in zip(HEADS, FOUR, strict=True) for line in pair]
    assert cut_off(scraps, "entry time") == list(TIMES)


def test_the_entries_times_are_noted_with_what_they_time() -> None:
    (note,) = read(live_text(TIMES))[0][0].notes
    assert note == (
        "live page, 4 entries: 15:00: Ferry may run; 14:10 BST: Report of 2021; 1.05 p.m.: Mayor speaks; "
        "12:00: Bridge closed"
    )


def test_an_entry_s_time_is_not_when_the_page_was_published() -> None:
    dated = tuple(f"7 May 2024, {time}" for time in ("15:00", "14:10", "13:05", "12:00"))
    text = live_text(dated).replace("7 May 2024\n\n7 May", "6 May 2024\n\n7 May")
    articles, _, _ = read(text)
    assert [article.published and article.published.from_ for article in articles] == ["2024-05-06"]


def test_a_live_page_of_html_is_known_by_its_declared_type() -> None:
    entries = "".join(
        f"<article><time datetime='2024-05-07T{time}Z'>{time}</time><h2>{head}</h2><p>{told}</p></article>"
        for time, head, told in zip(("15:00", "14:10", "13:05", "12:00"), HEADS, FOUR, strict=True)
    )
    ld = '<script type="application/ld+json">{"@type": "LiveBlogPosting", "headline": "Wexby closes"}</script>'
    articles, _, _ = page(entries, ld)
    assert len(articles) == 1
    assert body(articles[0]) == [line for pair in zip(HEADS, FOUR, strict=True) for line in pair]


def test_an_entry_of_the_day_before_is_an_entry_where_the_markup_tells_its_day() -> None:
    told = (
        ("2024-05-07T11:42", "11.42", CLOSED),
        ("2024-05-07T10:05", "10.05", SAID),
        ("2024-05-06T18:00", "Yesterday 18.00", KNEW),
    )
    posts = "".join(f"<div><time datetime='{day}:00Z'>{shown}</time><p>{text}</p></div>" for day, shown, text in told)
    kind = '<script type="application/ld+json">{"@type": "LiveBlogPosting", "datePublished": "2024-05-07"}</script>'
    ((article,), _, _) = page(posts, kind)
    assert [entry.when and entry.when.from_ for entry in article.entries] == [f"{day}+00:00" for day, _, _ in told]
    assert body(article) == [CLOSED, SAID, KNEW]


def test_articles_with_times_in_no_order_are_no_live_page() -> None:
    _, scraps, _ = read(live_text(("15:00", "9:10", "18:05", "12:00")))
    assert cut_off(scraps, "entry time") == []


def test_people_who_live_somewhere_make_no_live_page() -> None:
    _, scraps, _ = read(live_text(TIMES, "Where the people of Wexby live"))
    assert cut_off(scraps, "entry time") == []


def live_html(*entries: str, title: str = "Bridge closed at Wexby: live updates", above: str = "") -> str:
    return f"<html><body><h1>{title}</h1>{above}{''.join(entries)}</body></html>"


def entry(time: str, head: str, told: str, wrap: str = "<p>{}</p>") -> str:
    return f"<div>{wrap.format(time)}<h2>{head}</h2><p>{told}</p></div>"


def moments(article: Article) -> list[str | None]:
    return [entry.when.from_ if entry.when else None for entry in article.entries]


def test_an_entry_of_a_live_page_holds_its_words_and_its_moment() -> None:
    (article,) = read(live_text(TIMES))[0]
    assert [article.text[entry.start : entry.end] for entry in article.entries] == [
        f"{head}\n{told}" for head, told in zip(HEADS, FOUR, strict=True)
    ]
    assert moments(article) == ["2024-05-07T15:00", "2024-05-07T14:10+01:00", "2024-05-07T13:05", "2024-05-07T12:00"]


def test_the_moment_that_markup_gives_an_entry_comes_before_its_words() -> None:
    marked = [
        entry(f"<time datetime='2024-05-07T{clock}:00Z'>{ago}</time>", head, told)
        for clock, ago, head, told in zip(
            ("15:00", "14:10", "13:05", "12:00"), ("4m ago", "54m ago", "2h ago", "3h ago"), HEADS, FOUR, strict=True
        )
    ]
    (article,) = read(live_html(*marked), "text/html")[0]
    assert moments(article)[::3] == ["2024-05-07T15:00+00:00", "2024-05-07T12:00+00:00"]


def test_a_live_page_that_runs_past_midnight_counts_its_days() -> None:
    times = ("01:10", "00:20", "23:50", "22:00", "21:00", "20:00", "19:00", "18:00")
    entries = "\n\n".join(f"{time}\nNews of the hour\n{told}" for time, told in zip(times, FOUR * 2, strict=True))
    dates = "Published 7 May 2024, 18:00 | Updated 8 May 2024, 01:10"
    (article,) = read(f"The Gazette\nBridge closed at Wexby: live updates\n{dates}\n\n{entries}\n")[0]
    assert [moment and moment[:10] for moment in moments(article)] == ["2024-05-08"] * 2 + ["2024-05-07"] * 6


def test_the_day_of_an_entry_is_not_guessed() -> None:
    (article,) = read(live_text(TIMES).replace("7 May 2024\n", ""))[0]
    assert moments(article) == [None] * 4


def test_a_live_page_that_names_no_other_day_appeared_with_its_oldest_entry() -> None:
    dated = tuple(f"Posted at {time} 7 May 2024" for time in ("15:00", "14:10", "13:05", "12:00"))
    (article,) = read(live_html(*map(entry, dated, HEADS, FOUR)), "text/html")[0]
    dates = (article.published, article.updated)
    assert [when and when.from_ for when in dates] == ["2024-05-07T12:00", "2024-05-07T15:00"]


def test_who_wrote_an_entry_may_stand_beside_its_time() -> None:
    times = [f"{time} Ida Marsh" for time in ("15:00", "14:10", "13:05", "12:00")]
    articles, scraps, _ = read(live_html(*map(entry, times, HEADS, FOUR)), "text/html")
    assert cut_off(scraps, "entry time") == times
    assert body(articles[0])[0] == HEADS[0]


def test_the_list_of_a_live_page_s_entries_is_cut_off() -> None:
    listed = "".join(f"<li><time>{time}</time> {head}</li>" for time, head in zip(TIMES, HEADS, strict=True))
    above = f"<h2>Key events</h2><ul>{listed}<li>{HEADS[3]}</li></ul>"
    articles, scraps, _ = read(live_html(*map(entry, TIMES, HEADS, FOUR), above=above), "text/html")
    assert sorted(cut_off(scraps, "list of entries")) == sorted(
        [*map(" ".join, zip(TIMES, HEADS, strict=True)), HEADS[3]]
    )
    assert body(articles[0]) == [line for pair in zip(HEADS, FOUR, strict=True) for line in pair]


def test_the_heading_of_an_entry_stays_where_its_header_looks_like_a_site_s() -> None:
    entries = [
        f"<article><header><span>{time}</span><h3>{head}</h3></header><p>{told}</p></article>"
        for time, head, told in zip(TIMES, HEADS, FOUR, strict=True)
    ]
    articles, _, _ = read(live_html(*entries), "text/html")
    assert body(articles[0]) == [line for pair in zip(HEADS, FOUR, strict=True) for line in pair]


def test_entries_that_stand_on_the_lines_of_their_times_are_cut_behind_these() -> None:
    told = [f"{time} {words}" for time, words in zip(("23:10", "23:50", "00:05"), FOUR, strict=False)]
    head = ("The Gazette", "Bridge closed at Wexby: live ticker", "7 May 2024, 22:50", "")
    text = "\n".join((*head, *told))
    (article,), scraps, _ = read(text)
    assert body(article) == [*FOUR[:3]]
    assert cut_off(scraps, "entry time") == ["23:10", "23:50", "00:05"]
    assert moments(article) == ["2024-05-07T23:10", "2024-05-07T23:50", "2024-05-08T00:05"]
    assert text[slice(*article.places[1])] == FOUR[0]


@pytest.mark.parametrize(
    "title", ["Wexby bridge live: divers back at work", "Live: divers at Wexby", "Wexby bridge – live"]
)
def test_live_beside_a_colon_or_a_dash_names_a_live_page(title: str) -> None:
    assert len(read(live_text(TIMES, title))[0][0].entries) == 4


def test_bare_clocks_on_a_page_that_is_not_called_live_may_be_of_any_day() -> None:
    times = ("2.10am", "3.45am", "5.30am", "6.20am", "7.02am")
    hours = "".join(f"<p>{time}</p><p>{told}</p>" for time, told in zip(times, (*FOUR, CLOSED), strict=True))
    (article,) = read(f"<h1>The night at the bridge</h1><p>7 May 2024</p>{hours}", "text/html")[0]
    assert moments(article) == [None] * 5
    assert article.published is not None
    assert article.published.from_ == "2024-05-07"


def test_the_age_of_an_entry_may_have_its_author_beside_it() -> None:
    told = zip(("15:00", "14:10", "13:05"), ("4m ago", "1h ago", "2h ago"), HEADS, FOUR, strict=False)
    marked = [
        f"<div><time datetime='2024-05-07T{clock}:00Z'>{ago}</time><span>Ida Marsh</span>"
        f"<h3>{head}</h3><p>{words}</p></div>"
        for clock, ago, head, words in told
    ]
    (article,), scraps, _ = read(live_html(*marked), "text/html")
    assert cut_off(scraps, "entry time") == ["4m ago Ida Marsh", "1h ago Ida Marsh", "2h ago Ida Marsh"]
    assert moments(article)[0] == "2024-05-07T15:00+00:00"


def test_short_entries_stay_however_the_page_is_laid_out() -> None:
    told = ("We stop here.", CLOSED, "The mayor says that nobody is to blame.", "The bridge is shut.")
    boxes = "".join(
        f"<div class='entry'><div class='time'>{time}</div><div><p>{words}</p></div></div>"
        for time, words in zip(TIMES, told, strict=True)
    )
    menu = "<ul>" + "<li><a href='x'>News</a></li>" * 12 + "</ul>"
    articles, _, _ = read(live_html(boxes, above=menu), "text/html")
    assert body(articles[0]) == [*told]


def test_a_live_page_was_published_when_it_declares_not_when_it_shows_its_last_change() -> None:
    head = "<meta property='article:published_time' content='2024-05-07T11:30:00'>"
    entries = "".join(map(entry, TIMES, HEADS, FOUR))
    text = f"<head>{head}</head><h1>Wexby: live updates</h1><p>Updated 7 May 2024, 15:01</p>{entries}"
    (article,) = read(text, "text/html")[0]
    assert [when and when.from_ for when in (article.published, article.updated)] == [
        "2024-05-07T11:30",
        "2024-05-07T15:01",
    ]


# -------------------------------------------------------------------------------------------------------------- talks


def test_a_talk_stays_body_and_is_noted() -> None:
    turns = [
        "GAZETTE: Were you warned of this?",
        "MARSH: There was a report in 2021. I had not read it.",
        "GAZETTE: Will you resign?",
        "MARSH: No. I was elected to do a job.",
    ]
    text = "\n".join(
        ["The mayor of Wexby on her bridge", "7 May 2024", "", "Ida Marsh has been mayor for six years.", *turns]
    )
    articles, _, _ = read(text)
    assert body(articles[0])[1:] == turns
    assert articles[0].notes == ("a talk, in turns of GAZETTE, MARSH",)


PAIRS = (
    (
        "When did you read the report of the county on the old bridge for the first time?",
        "I read it in May. My clerk brought it.",
    ),
    ("Did you tell the council?", "Nobody asked me. I had other things to do."),
    ("What will you do now that it is shut?", "I will stay. I was elected to do a job."),
)


@pytest.mark.parametrize(
    "form",
    [
        "<p><strong>{}</strong></p><p>{}</p>",
        "<h3>{}</h3><p>{}</p>",
        "<p class='q'>{}</p><p class='a'>{}</p>",
        "<dl><dt>{}</dt><dd>{}</dd></dl>",
        "<p><em>{}</em><br>{}</p>",
    ],
)
def test_questions_and_answers_of_html_are_body_in_their_turns(form: str) -> None:
    articles, _, _ = page(f"<p>{CLOSED}</p>" + "".join(form.format(*pair) for pair in PAIRS))
    assert body(articles[0]) == [CLOSED, *(line for pair in PAIRS for line in pair)]
    assert articles[0].notes == ("a talk, in turns of one who asks, one who answers",)


@pytest.mark.parametrize(
    "form",
    [
        "<p><b>The Gazette</b> {}</p><p><b>Ida Marsh</b> {}</p>",
        "<dl><dt>The Gazette</dt><dd>{}</dd><dt>Ida Marsh</dt><dd>{}</dd></dl>",
    ],
)
def test_speakers_that_only_the_markup_sets_apart_are_lines(form: str) -> None:
    articles, _, _ = page(f"<p>{CLOSED}</p>" + "".join(form.format(*pair) for pair in PAIRS))
    assert body(articles[0])[1:5] == ["The Gazette", PAIRS[0][0], "Ida Marsh", PAIRS[0][1]]
    assert articles[0].notes == ("a talk, in turns of The Gazette, Ida Marsh",)


def test_bold_words_that_open_paragraphs_are_no_speakers() -> None:
    told = paragraphs(
        *(
            f"<b>{words}</b> {text}"
            for words, text in zip(("Old Bridge", "River Lune", "County Hall"), FOUR, strict=False)
        )
    )
    articles, _, _ = page(told)
    assert body(articles[0])[0] == f"Old Bridge {CLOSED}"


# -------------------------------------------------------------------------------------------------------------- walls


def test_a_body_far_shorter_than_declared_on_a_page_that_costs_is_incomplete() -> None:
    articles, _, _ = page(
        paragraphs(*FOUR), declared(headline='"Wexby closes"', isAccessibleForFree="false", wordCount=900)
    )
    assert not articles[0].complete
    assert any("not free" in note for note in articles[0].notes)


def test_a_page_that_costs_and_is_there_whole_is_complete() -> None:
    articles, _, _ = page(
        paragraphs(*FOUR), declared(headline='"Wexby closes"', isAccessibleForFree="false", wordCount=95)
    )
    assert articles[0].complete


def test_an_opening_that_breaks_off_on_a_page_that_costs_is_incomplete() -> None:
    texts = paragraphs(*FOUR, *FOUR, "But what the mayor did not say on Monday was…")
    articles, _, _ = page(texts, declared(headline='"Wexby closes"', isAccessibleForFree="false"))
    assert not articles[0].complete


WALL = paragraphs(
    "We and our 842 partners store information on your device, such as cookies, and process personal data for "
    "personalised advertising and the measurement of what you read.",
    "With your permission we and our partners may use precise data on where you are. You may consent, or change your "
    "preferences, and withdraw what you have said at any time in our privacy policy.",
) + "<button>Accept all</button>"  # fmt: skip


def test_a_consent_wall_of_several_paragraphs_is_set_aside() -> None:
    articles, _, refusals = page(WALL)
    assert articles == []
    assert "a consent wall" in refusals[0].reason


def test_a_short_report_on_cookies_beside_a_notice_is_an_article() -> None:
    report = "From June the council of Wexby will ask for consent before it counts the readers of its pages, it said."
    articles, _, _ = page(paragraphs(report, *FOUR) + "<div class='cookie-banner'>" + WALL + "</div>")
    assert body(articles[0]) == [report, *FOUR]


def test_a_page_that_is_not_there_is_set_aside_whatever_stands_below() -> None:
    below = "".join(f"<div class='card'><h3><a href='x'>{head}</a></h3></div>" for head in HEADS)
    articles, _, refusals = read(
        f"<h1>Page not found</h1><p>The page you are looking for could not be found.</p>{below}", "text/html"
    )
    assert articles == []
    assert "is not there" in refusals[0].reason


# ------------------------------------------------------------------------------------------------------- saved pages


@pytest.mark.parametrize(
    "comment",
    [
        "<!-- saved from url=(0030)https://gazette.example/bridge -->",
        "<!--\n Page saved with SingleFile \n url: https://gazette.example/bridge \n saved date: 2024-05-07 \n-->",
    ],
)
def test_a_saved_page_has_the_address_that_its_browser_noted(comment: str) -> None:
    articles, _, _ = read(
        f"<!doctype html>\n{comment}\n<h1>Wexby closes its bridge</h1>{paragraphs(*FOUR)}", "text/html"
    )
    assert articles[0].url == "https://gazette.example/bridge"


def test_the_address_that_a_page_declares_comes_before_that_of_its_saving() -> None:
    comment = "<!-- saved from url=(0036)https://gazette.example/bridge?a=b -->"
    head = "<link rel='canonical' href='https://gazette.example/bridge'>"
    articles, _, _ = read(f"{comment}{head}<h1>Wexby closes its bridge</h1>{paragraphs(*FOUR)}", "text/html")
    assert articles[0].url == "https://gazette.example/bridge"


# ------------------------------------------------------------------------------------------------------------- charts


def test_numbered_items_of_a_list_of_what_is_read_most_are_no_headlines() -> None:
    ferry = "A ferry will run between Wexby and Lune from Friday, the county said, and it will be free for all workers."
    chart = ("Most popular", "1. Ferry fares to go up again in May", "2) Win a week at the sea", "3 Dog found in well")
    lines = ("Wexby closes its bridge", "By Ida Reed", "May 7, 2024", *FOUR, *chart, "A ferry for Wexby",
             "By Tom Lund", "May 6, 2024", ferry, KNEW)  # fmt: skip
    articles, scraps, _ = read("\n".join(lines))
    assert [article.headline for article in articles] == ["Wexby closes its bridge", "A ferry for Wexby"]
    assert cut_off(scraps, "related teaser") == list(chart)
