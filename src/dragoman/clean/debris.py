"""Lines and insertions that are no part of an article's own words: trackers, buttons, bylines, pointers elsewhere.

Each rule must fit a whole line, so that a sentence which only begins like one ("Share prices fell") stays. Rules end
after a number of characters, since a paragraph that long is text whatever it begins with.
"""

from __future__ import annotations

import re

_NAME = r"(?-i:[^\W\d_a-zß-ÿ][\w.'’-]*)"
_NAMES = rf"{_NAME}(?:\s+(?:(?:de|del|da|dos|van|von|bin|al|el|la)\s+)*{_NAME}){{0,3}}"

_DESK = r"(correspondents?|reporters?|staff|writers?|desk|bureau|(news\s+)?services|agencies)"

#: What stands in a page for its own machinery: trackers, advertisements, code that lost its script tag.
_MACHINERY = r"""
    fbpx | googletag\b.{0,300} | (-\s*)?advertisements?(\s*-)? | sponsored(\s+content)? | loading\W*
    | skip\s+to\s+.{3,20}
    | .{0,200}(\.push\(|window\.\w+\s*=|function\s*\(|\bga\(').{0,300}
"""

#: Buttons and counters of readers and networks.
_BUTTONS = r"""
    share(\s+(this|on|via)\b.{0,60})? | tweet | pin\s+it | e-?mail | print(\s+this)?(\s+\w+)? | copy\s+link | save
    | \d[\d,.]*k?\s+(shares?|views?|comments?|likes?) | (total\s+)?views\s*:?\s*[\d,]+ | comments?\s*\W?\d*\W?
    | (follow|like|find|join)\s+(us|our)\b.{0,120} | join\s+the\s+(conversation|discussion).{0,40} | listen | watch\s*:?
    | (subscribe|sign\s+up|register|log\s+in|download)\b.{0,160} | click\s+here\b.{0,80} | leave\s+a\s+(reply|comment)
    | ((facebook|twitter|x|whatsapp|telegram|e?mail|linkedin|reddit)\W*)+ | view\s+this\s+post(\s+on\s+.{3,20})?
    | (this|the)\s+video\s+(has\s+failed|is\s+not|can).{0,100}
"""

#: Pointers to other pages: with a mark after the first words, or short.
_POINTERS = r"""
    [\W_]*(also\s+read|read\s+(more|also|next|on|the\s+full\s+\w+)|see\s+(more|also)|more\s+(on\s+this|from)\b.{0,40}
        | related(\s+(articles?|stor(y|ies)|news|coverage|topics|links|content|reading))?
        | don['’]t\s+miss | must\s+read
        | recommended(\s+(articles?|for\s+you))? | watch(\s+(also|more|now))? | listen(\s+to)?
        | in\s+(pictures|case\s+you\s+missed\s+it) | (?-i:READ|WATCH|MORE|OPINION|EXPLAINER|PODCAST)
        )\s*[:|>»–—]\s*.{0,200}
    | [\W_]*(also\s+read|read\s+(more|also|next)|see\s+also)(\s.{0,120}[^.])?
    | [\W_]*(related|most\s+(read|viewed|popular)|trending|recommended|more|top|latest)
        (\s+(articles?|stories|news|topics|now|content))?\W*
    | (people\s+are\s+also\s+reading|you\s+(may|might)\s+also\s+like|up\s+next|in\s+this\s+article)\W*
    | (tags?|topics?|categor(y|ies)|filed\s+under|keywords|hot\s+words|posted\s+in)\s*:.{0,160}
    | (previous|next)\s+(story|article|post)\W*.{0,80}
"""

#: Who wrote, edited and owns it.
_CREDITS = rf"""
    (written\s+|story\s+)?by:?\s+(the\s+)?{_NAMES}((\s*,\s*|\s+and\s+|\s+in\s+){_NAMES}){{0,5}}(\s*[|,-].{{0,60}})?
    | (interview|text|words|report|photos?|pictures)\s*(by|:)\s*{_NAMES}(\s*[,&]\s*{_NAMES}){{0,3}}
    | (by|from)\s+(an?\s+|our\s+|the\s+)?([\w'’]+\s+){{0,4}}{_DESK}(\s+(in|and)\s.{{0,40}})?\W*
    | (by\s+)?(our\s+)?(staff|special|senior|political|foreign|industrial)\s+{_DESK}(,\s*{_NAMES})?
    | \W*(additional\s+)?(reporting|writing|editing|compiled|translated|edited|produced)\s+(\w+\s+)?by\b.{{0,300}}
    | .{{0,250}}\bcontributed\s+(reporting\s+)?to\s+this\s+(report|article|story)\W*
    | {_NAMES}\s+reported\s+from\s.{{0,80}}
    | our\s+standards\s*:.{{0,80}} | follow\s+\S+\s+coverage\b.{{0,120}} | (_\s*){{2,40}} | (\*\s*){{2,40}} | -{{2,40}}
    | (image|photo(graph)?|picture|file\s+photo)s?\s*(credit|source|by\b|:).{{0,120}}
    | source\s*:.{{0,80}} | editors?\s*:.{{0,60}}
    | .{{0,80}}\ball\s+rights\s+reserved\W* | (©|\(c\)|copyright\b)\s?.{{0,120}}
    | .{{0,40}}\b(reproduc|republi|reprint)\w+\s.{{0,60}}(written\s+)?(permission|consent).{{0,40}}
"""

_LINE = re.compile(f"(?ix) (?:{_MACHINERY} | {_BUTTONS} | {_POINTERS} | {_CREDITS})")

#: No rule fits a longer line.
LONGEST = 600

#: "(Read more: Who are the clans of Akkar?)" inside a paragraph.
_INSERTION = re.compile(
    r"(?i)\s*[(\[]\s*(?:also\s+read|read\s+(?:more|also)|see\s+also|related|watch)\s*:[^()\[\]]{2,150}[)\]]"
)

#: "... said. (Reporting by A B in C; Editing by D E)" at the end of the last paragraph.
_TAIL = re.compile(
    r"\s*[(\[]\s*(?:additional\s+)?(?:reporting|writing|editing|compiled|translated)\s+by\b[^()\[\]]{3,400}[)\]]\s*$",
    re.IGNORECASE,
)


def is_debris(line: str) -> bool:
    """Whether a whole line is no part of the article's own words."""
    return len(line) <= LONGEST and _LINE.fullmatch(line) is not None


def without_insertions(paragraph: str) -> str:
    """A paragraph without the pointers and credits that stand in brackets inside it or at its end."""
    if "(" not in paragraph and "[" not in paragraph:
        return paragraph
    return _TAIL.sub("", _INSERTION.sub("", paragraph))
