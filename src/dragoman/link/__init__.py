"""Link: reports of one occurrence become one event."""

from dragoman.link.link import Linked, link, report_keys

__all__ = ["Linked", "link", "report_keys"]
