"""Importers that each do one thing wrong on purpose."""

from __future__ import annotations

import contextlib
import os
import socket

import attrs

from placebench.importer import KNOWS_EDITION, Claim, Expect
from tests.testing.sound import Vale, noting


class Greedy(Vale):
    def identify(self, document):
        yield Claim((document.span,), frozenset({"governance"}), KNOWS_EDITION, "everything")


class Choosy(Vale):
    def identify(self, document):
        return super().identify(document) if "Dale Board" in document.text else ()


class Misquoting(Vale):
    def said(self, document, fact):
        if fact.row.feature != "board":
            return fact
        quote = fact.quotes[0]
        return attrs.evolve(fact, quotes=(attrs.evolve(quote, texts=(quote.texts[0].upper(),)),))


class Promising(Vale):
    expects = {"roles": Expect(minimum=1)}


class Remembering(Vale):
    def __init__(self):
        self.seen = []

    def said(self, document, fact):
        self.seen += [document.path] if document.path not in self.seen[-1:] else []
        return noting(fact, f"document {len(self.seen)}")


class Chancy(Vale):
    def said(self, document, fact):
        return noting(fact, str(hash(fact.row.feature)))


class Hasty(Vale):
    def extract(self, document, claim):
        document.text.index("End.")
        return super().extract(document, claim)


class Rigid(Vale):
    def extract(self, document, claim):
        if not document.text.startswith("Partnerships"):
            raise ValueError("the heading is not where it always was")
        return super().extract(document, claim)


class Calling(Vale):
    def identify(self, document):
        with contextlib.suppress(OSError), socket.create_connection(("127.0.0.1", 9), timeout=1):
            pass
        return super().identify(document)


class Untidy(Vale):
    def identify(self, document):
        os.environ["PLACEBENCH_UNTIDY"] = "yes"
        return super().identify(document)


class Talking(Vale):
    def identify(self, document):
        print("reading", document.path)  # noqa: T201 - that is what is wrong with it
        return super().identify(document)


greedy = Greedy()
choosy = Choosy()
misquoting = Misquoting()
promising = Promising()
remembering = Remembering()
chancy = Chancy()
hasty = Hasty()
rigid = Rigid()
calling = Calling()
untidy = Untidy()
talking = Talking()
