"""Invented pages as a site's whole visible text: menus, tools, boxes of other stories, a foot around the articles."""

from __future__ import annotations

from collections.abc import Sequence
from typing import NamedTuple


class Story(NamedTuple):
    """A headline, whose it is and when, and its paragraphs."""

    headline: str
    byline: str
    date: str
    body: Sequence[str]


FERRY = Story(
    "Ferry to Skerrow will stop at dusk until spring",
    "By Nora Fell",
    "12 November 2031",
    (
        "The last ferry to Skerrow will leave at four in the afternoon from Monday, the harbour board said, because two"
        " of its three pilots have retired and nobody has been found to take their place.",
        "Islanders who work on the mainland said they had learned of the change from a notice on the pier. About ninety"
        " people make the crossing every weekday, and most of them come home on the boat that is to be dropped.",
        '"We were not asked and we were not told," said Ingrid Moss, who teaches at the school in Tarn. "I shall have'
        ' to sleep in my classroom or give up my classroom."',
        "The board said that it had advertised the posts twice since the spring and had received one application, from"
        " a man who turned out to be afraid of deep water.",
        "A spokesman for the county council said it was looking at whether the lifeboat crew could be paid to run a"
        " service on two evenings a week. No decision will be taken before the new year.",
        "The ferry carried 41,000 passengers last year, which was the most since the bridge at Tarn was closed to"
        " lorries and the island's own shop was sold.",
    ),
)
MUSEUM = Story(
    "Museum finds the bell it lost in the flood",
    "By Owen Hart",
    "13 November 2031",
    (
        "A bell that was washed out of the Castle Wick museum eleven years ago has been found in the garden of a house"
        " less than a mile away, where it had been used to call two children in for their supper.",
        "The owner of the house, who asked not to be named, told the museum that her late husband had brought the bell"
        " home on a wheelbarrow and had said that he had been given it by a friend.",
        'The curator, Selma Ward, said she had recognised the bell by the crack in its rim. "I heard it before I saw'
        ' it," she said. "I was walking my dog, and I stood in the road and cried."',
        "The bell was cast for a lightship that was sunk by ice off the point, and it is the only thing from the ship"
        " that was ever recovered. It will be hung in the entrance once the crack has been examined.",
        "The museum was closed for three years after the river rose and has not yet replaced all that was lost. Its"
        " insurers paid for the bell at the time and have said they do not want the money back.",
    ),
)
TOP = (
    "Skip to content", "Menu", "Home", "News", "Sport", "Weather", "Business", "Culture", "Jobs", "Notices", "Puzzles",
    "Archive", "Sign in", "Subscribe", "Search", "Trending", "Bridge works", "Council vote", "Winter fair",
)  # fmt: skip
TOOLS = ("Share", "Facebook", "Twitter", "Email", "Print")
BOX = (
    "Related", "Harbour board loses its chairman", "Skerrow shop sold to a cousin", "Where the pilots went",
    "Most read", "1", "Fair to go ahead in spite of the rain", "2", "Castle Wick roof blown into a field", "3",
    "Pilot wanted, must like water",
)  # fmt: skip
FOOT = (
    "More from the paper", "Contact us", "Advertise with us", "Work for us", "Terms of use", "Privacy policy",
    "Cookies",     "Accessibility", "Back to top", "© 2031 The Tarn Courier. All rights reserved.",
)  # fmt: skip


def page(story: Story, breaks: str = "\n") -> str:
    """A story on its whole page."""
    head = (*TOP, story.headline, story.byline, story.date, *TOOLS)
    return breaks.join((*head, *story.body, *BOX, *FOOT))
