"""Letters of several stories, essays sent as letters, and pages that only lead to others."""

from __future__ import annotations

from onrecord.articles import cut
from onrecord.nouns import Article, Document, Refusal, Scrap

BRIDGE = (
    "The council of Wexby closed the old bridge on Monday after divers found that two of its four piers had moved, "
    "the mayor, Ida Marsh, told reporters.",
    "“Nobody will drive over it before June,” she said. “We should have looked sooner and asked who knows the river.”",
)
FERRY = (
    "A ferry will run between Wexby and Lune from Friday, the county said, and it will be free for those who work on "
    "the other bank.",
    "Its owner, Tom Reed, said that he had two boats and needed four. The county declined to say what it pays him.",
)
SENT = (("date", "2024-05-07T06:30:00+00:00"), ("sitename", "The Gazette"), ("title", "The Gazette this morning"))
BELOW = ("You are receiving this email because you signed up.", "Unsubscribe | Manage preferences", "Mill Road 1")


def read(
    text: str, media_type: str = "text/html", fields: tuple[tuple[str, str], ...] = ()
) -> tuple[list[Article], list[Scrap], list[Refusal]]:
    return cut(Document(page="p", uri="u", media_type=media_type, captured=None, text=text, fields=fields))


def story(heading: str, told: tuple[str, ...], more: str = "", link: bool = False) -> str:
    shown = f"<a href='x'>{heading}</a>" if link else heading
    return f"<table><tr><td><h2>{shown}</h2>{''.join(f'<p>{text}</p>' for text in told)}{more}</td></tr></table>"


def letter(*stories: str, opening: str = "<p>Good morning.</p>") -> str:
    foot = "".join(f"<p>{text}</p>" for text in BELOW)
    return f"<body><p>View in browser</p><h1>The Gazette this morning</h1>{opening}{''.join(stories)}{foot}</body>"


def headlines(articles: list[Article]) -> list[str | None]:
    return [article.headline for article in articles]


def test_a_letter_whose_sections_say_where_to_read_on_is_its_stories() -> None:
    more = "<p><a href='x'>Read the full story</a></p>"
    stories = (story("Wexby closes its bridge", BRIDGE, more), story("A ferry for Wexby", FERRY, more))
    articles, _, _ = read(letter(*stories), fields=SENT)
    assert headlines(articles) == ["Wexby closes its bridge", "A ferry for Wexby"]
    assert [article.text.split("\n")[1:] for article in articles] == [[*BRIDGE], [*FERRY]]


def test_the_stories_of_a_letter_have_the_day_it_was_sent() -> None:
    stories = (story("Wexby closes its bridge", BRIDGE, link=True), story("A ferry for Wexby", FERRY, link=True))
    articles, _, _ = read(letter(*stories), fields=SENT)
    assert [article.published and article.published.from_ for article in articles] == ["2024-05-07T06:30+00:00"] * 2


def test_a_page_is_a_letter_that_says_so_twice() -> None:
    stories = (story("Wexby closes its bridge", BRIDGE, link=True), story("A ferry for Wexby", FERRY, link=True))
    articles, _, _ = read(letter(*stories, opening="<p>7 May 2024</p>"))
    assert [article.published and article.published.from_ for article in articles] == ["2024-05-07"] * 2


def test_where_to_read_on_may_stand_behind_the_last_sentence() -> None:
    stories = (
        story("Wexby closes its bridge", (*BRIDGE[:1], f"{BRIDGE[1]} <a href='x'>Read more</a>")),
        story("A ferry for Wexby", (*FERRY[:1], f"{FERRY[1]} <a href='x'>Read more</a>")),
    )
    articles, scraps, _ = read(letter(*stories), fields=SENT)
    assert [article.text.split("\n")[1:] for article in articles] == [[*BRIDGE], [*FERRY]]
    assert [scrap.text for scrap in scraps].count("Read more") == 2


def test_a_letter_of_text_is_its_stories() -> None:
    stories = "\n\n".join(
        f"{head.upper()}\n\n" + "\n\n".join(told) + "\n\nRead more: https://gazette.example/a\n\n----------"
        for head, told in (("Wexby closes its bridge", BRIDGE), ("A ferry for Wexby", FERRY))
    )
    text = f"THE GAZETTE\n\n{stories}\n\nUnsubscribe | Manage preferences\n"
    articles, _, _ = read(text, "text/plain", SENT)
    assert headlines(articles) == ["WEXBY CLOSES ITS BRIDGE", "A FERRY FOR WEXBY"]


def test_an_essay_sent_as_a_letter_is_one_article() -> None:
    essay = letter(story("What moved", BRIDGE), story("What comes", FERRY), opening=f"<p>{BRIDGE[0]}</p>")
    ((article,), _, _) = read(essay, fields=SENT)
    assert article.text.split("\n")[1:] == [BRIDGE[0], "What moved", *BRIDGE, "What comes", *FERRY]


DAM = ("The Orme dam will be raised by a metre, its keeper, Paula Quist, told the county board on Thursday evening.",)
CHOIR = ("Singers of Saint Alda won the prize of the north on Thursday. Their leader, Hugo Fenn, said he had cried.",)


def test_sections_that_name_nobody_twice_are_stories_though_nothing_links() -> None:
    articles, _, _ = read(letter(story("Dam to be raised", DAM), story("A prize for singers", CHOIR)), fields=SENT)
    assert headlines(articles) == ["Dam to be raised", "A prize for singers"]


def test_sections_that_go_on_with_somebody_are_one_article() -> None:
    more = (f"{CHOIR[0]} Mrs Quist sat in the first row.",)
    articles, _, _ = read(letter(story("Dam to be raised", DAM), story("A prize for singers", more)), fields=SENT)
    assert len(articles) == 1


def test_what_stands_below_a_letter_is_no_body() -> None:
    _, scraps, _ = read(letter(story("What moved", BRIDGE), story("What comes", FERRY), opening=""), fields=SENT)
    assert set(BELOW) <= {scrap.text for scrap in scraps}


TEASERS = (
    ("Wexby closes its old bridge", "The mayor says that nobody will drive over it before June."),
    ("A ferry for Wexby and Lune", "It will run from Friday and be free for those who work on the other bank."),
    ("Shopkeepers ask for help", "They have lost half of their trade in a week, they told the county."),
    ("What divers found at the piers", "Two of the four had moved by a hand since the winter of 2021."),
)


def listed(*teasers: tuple[str, str]) -> str:
    return "".join(f"<div><h2><a href='x'>{head}</a></h2><p>{told}</p></div>" for head, told in teasers)


def test_a_page_that_only_leads_to_others_is_no_article() -> None:
    articles, _, refusals = read(f"<h1>Latest news</h1>{listed(*TEASERS)}")
    assert articles == []
    assert "headings and links" in refusals[0].reason


def test_an_article_above_teasers_is_one() -> None:
    told = "".join(f"<p>{text}</p>" for text in (*BRIDGE, *FERRY, *BRIDGE, *FERRY))
    articles, _, _ = read(f"<h1>Wexby closes its bridge</h1><div>{told}</div>{listed(*TEASERS[:3])}")
    assert headlines(articles) == ["Wexby closes its bridge"]


CAPTIONS = (
    "Ida Marsh looks at the piers of the old bridge on Monday.",
    "“I had no boat for thirty years,” says Tom Reed, who has two now.",
    "Divers of the county come out of the water below Wexby.",
    "The ferry that will run between Wexby and Lune from Friday.",
)


def pictures(*captions: str) -> str:
    return "".join(
        f"<figure><figcaption>{words} Photograph: Ada Lund/Gazette</figcaption></figure>" for words in captions
    )


def test_a_page_of_pictures_tells_its_captions() -> None:
    articles, scraps, _ = read(f"<h1>The week in pictures</h1><p>Ada Lund went to the river.</p>{pictures(*CAPTIONS)}")
    assert [line for line in articles[0].text.split("\n") if line in CAPTIONS] == [*CAPTIONS]
    assert "Photograph: Ada Lund/Gazette" in [scrap.text for scrap in scraps]


def test_the_captions_of_an_article_are_no_body() -> None:
    told = "".join(f"<p>{text}</p>" for text in (*BRIDGE, *FERRY))
    articles, _, _ = read(f"<h1>Wexby closes its bridge</h1>{told}{pictures(*CAPTIONS)}")
    assert not set(CAPTIONS) & set(articles[0].text.split("\n"))


def test_a_page_that_speaks_of_its_newsletter_is_no_letter() -> None:
    told = "".join(f"<p>{text}</p>" for text in (*BRIDGE, *FERRY))
    below = listed(("A ferry for Wexby", FERRY[0]), ("More boats for the river", FERRY[1]))
    page = f"<h1>Wexby closes its bridge</h1>{told}{below}<p>Manage preferences</p><p>Unsubscribe at any time.</p>"
    articles, _, _ = read(page)
    assert headlines(articles) == ["Wexby closes its bridge"]


def test_subheads_that_link_to_themselves_lead_nowhere() -> None:
    told = "".join(f"<h2><a href='#a'>{head}</a></h2><p>{text}</p>" for head, text in TEASERS)
    articles, _, _ = read(f"<h1>Four things about the bridge</h1><p>{BRIDGE[0]}</p>{told}")
    assert [text for _, text in TEASERS] == [
        line for line in articles[0].text.split("\n") if line in dict(TEASERS).values()
    ]


def test_links_between_paragraphs_make_no_teasers_of_these() -> None:
    link = "<p><a href='x'>Divers say what they found at the piers</a></p>"
    told = "".join(f"{link}<p>{text}</p>" for text in (*BRIDGE, *FERRY))
    articles, _, _ = read(f"<h1>Wexby closes its bridge</h1>{told}")
    assert articles[0].text.split("\n")[1:] == [*BRIDGE, *FERRY]
