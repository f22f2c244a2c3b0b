"""Coding never touches the network."""

from __future__ import annotations

import socket

import pytest

import dragoman


def test_the_whole_run_over_the_sample_opens_no_socket(monkeypatch: pytest.MonkeyPatch) -> None:
    def refuse(*_: object, **__: object) -> None:
        raise AssertionError("a socket was opened")

    # A class, since libraries that are only imported derive theirs from it.
    monkeypatch.setattr(socket, "socket", type("Refused", (socket.socket,), {"__init__": refuse}))
    monkeypatch.setattr(socket, "create_connection", refuse)
    monkeypatch.setattr(socket, "getaddrinfo", refuse)
    events = dragoman.sample()
    assert events.summary is not None
    assert events.summary.kept > 20
