"""Takes a page's furniture out of its tree before the main text is looked for.

The extractor judges a block by its length and its links; a consent dialogue, a social embed or a reader's comment reads
like an article to it. Sites name such blocks in `class`, `id` or `role`, so the names decide here. A block that holds
the headline, or most of the page's paragraphs, is never taken: themes name the whole page by what it has
("has-sidebar").
"""

from __future__ import annotations

import re
from collections.abc import Callable, Iterator
from itertools import pairwise

from lxml.html import HtmlElement

#: Words that name a block of furniture when one of them, or two neighbours, are in its class or id ("td-post-sharing").
_NAMES = re.compile(
    r"""(?x)
    ads? | advert(isement)? | adspot | sponsor(ed)? | promo(s|ted|tion)? | cta | upsell
    | author | byline | bio | breadcrumbs?
    | comments? | commentlist | disqus | repl(y|ies) | respond
    | newsletters? | signup | sign-up | subscri(be|ber|ption) | paywall | piano | regwall
    | credits? | tags | topics | toc | timestamp | block-time | slide-count | reading-time
    | pullquote | pull-quote | recirc | recommend(ed|ation|ations)? | related | trending | popular | outbrain | taboola
    | (read|see|load)-?more | (read|see)-(also|next) | also-(read|like) | up-next | most-(read|viewed|popular)
    | more-(stories|news|galleries)
    | shar(e|es|ing) | sharedaddy | sharebar | socials? | sns | addthis | addtoany
    """
)

#: The same for consent dialogues, whatever their share of the page: they are often longer than the article behind.
_DIALOGUES = re.compile(r"cookies? | gdpr | onetrust | consent | cmp | privacy", re.VERBOSE)

_COMMENTS = re.compile(r"comments? | commentlist | disqus | repl(y|ies)", re.VERBOSE)

#: Posts of other sites that stand inside an article: what others say about it, not its own words.
_EMBEDS = re.compile(r"(twitter-(tweet|video)|instagram-media|tiktok-embed|fb-post|reddit-card)")
_EMBED_TAGS = frozenset(["amp-twitter", "amp-instagram", "amp-facebook", "amp-ad", "amp-consent", "amp-sidebar"])

_ROLES = frozenset(["dialog", "alertdialog", "navigation", "complementary", "search"])

#: A block with more than this share of the page's paragraph text is the page, whatever its name.
MOST = 0.4

#: Paragraphs of so many characters are enough for an article; comments beside one may be longer than it.
LEFT = 600

_CAMEL = re.compile(r"(?<=[a-z])(?=[A-Z])")
_WORD = re.compile(r"[a-z]+")
_HIDDEN = re.compile(r"display\s*:\s*none|visibility\s*:\s*hidden", re.IGNORECASE)
_KEPT_TAGS = frozenset(
    ["html", "body", "main", "article", "h1", "head", "title", "meta", "link", "script", "table", "tr", "td", "tbody"]
)


def remove_furniture(tree: HtmlElement) -> None:
    """Takes every block of furniture out of a page, in place."""
    measure = paragraphs_length if paragraphs_length(tree) > LEFT else text_length
    whole = measure(tree)
    waiting = [tree]
    while waiting:
        element = waiting.pop()
        if _is_furniture(element) and not _holds_article(element, whole, measure):
            element.drop_tree()
        else:
            waiting += [child for child in element if isinstance(child.tag, str)]


def words_of(element: HtmlElement) -> Iterator[str]:
    """The words of an element's class and id, and each pair of neighbours joined by "-"."""
    names = f"{element.get('class') or ''} {element.get('id') or ''}"
    for name in _CAMEL.sub("-", names).lower().split():
        words = _WORD.findall(name)
        yield from words
        yield from (f"{one}-{two}" for one, two in pairwise(words))


def _is_furniture(element: HtmlElement) -> bool:
    if element.tag in _EMBED_TAGS:
        return True
    if element.tag in _KEPT_TAGS:
        return False
    if element.get("role") in _ROLES or _HIDDEN.search(element.get("style") or ""):
        return True
    return any(pattern.fullmatch(word) for word in words_of(element) for pattern in (_NAMES, _DIALOGUES, _EMBEDS))


def _holds_article(element: HtmlElement, whole: int, measure: Callable[[HtmlElement], int]) -> bool:
    if element.find(".//h1") is not None or element.find(".//article") is not None:
        return True
    own = measure(element)
    if own <= MOST * whole or any(map(_DIALOGUES.fullmatch, words_of(element))):
        return False
    return whole - own < LEFT or not any(map(_COMMENTS.fullmatch, words_of(element)))


def paragraphs_length(element: HtmlElement) -> int:
    """Characters in an element's paragraphs."""
    return sum(len(str(paragraph.text_content())) for paragraph in element.iter("p"))


def text_length(element: HtmlElement) -> int:
    """Characters in an element that readers may see."""
    return len(str(element.text_content())) - sum(len(code.text or "") for code in element.iter("script", "style"))
