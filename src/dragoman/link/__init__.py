"""Link: reports of one occurrence become one event."""

from dragoman.link.rule import link

__all__ = ["link"]
