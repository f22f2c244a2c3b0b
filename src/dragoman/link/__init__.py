"""Link: reports of one occurrence become one event."""

from dragoman.link.facts import kin
from dragoman.link.link import Linked, link, report_keys

__all__ = ["Linked", "kin", "link", "report_keys"]
