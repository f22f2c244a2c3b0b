"""Who a mention is: its country and sectors by name or by the article, and the first full mention it goes back to."""

from dragoman.resolve.actors.resolver import ActorResolver

__all__ = ["ActorResolver"]
