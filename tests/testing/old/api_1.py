"""A plugin as it was written for the first major version of the contract. It is never edited.

When a release no longer reads it, that release has another major version of the contract.
"""

from placebench.hookspecs import hookimpl
from placebench.importer import Claim, Expect, Fact, GapFound
from placebench.model import Governance, Place, System


class Importer:
    name = "vale-of-old"
    version = "1.0"
    api = 1
    system = System(system_id="vale", name="Vale")
    places = (
        Place(place_id="vale/dale", system_id="vale", name="Dale"),
        Place(place_id="vale/ford", system_id="vale", name="Ford"),
    )
    expects = {"governance": Expect(minimum=1, maximum=5)}

    def identify(self, document):
        if document.text.startswith("Partnerships of Vale"):
            yield Claim(
                spans=(document.span,),
                tables=frozenset({"governance", "gaps"}),
                rank=3,
                why="its first line",
                places=("vale/dale", "vale/ford"),
            )

    def extract(self, document, claim):
        for block in document.blocks_in(claim.spans[0]):
            place, colon, said = document.at(block.content).partition(": ")
            feature, _, value = said.partition(", ")
            quotes = (document.quote(block.content),)
            if colon and feature == "shared_vision":
                yield GapFound("governance", "what the vision is", "absent", quotes)
            if colon:
                row = Governance(
                    system_id="vale",
                    place_id="vale/" + place.lower(),
                    feature=feature,
                    value=value or None,
                    status="in_place",
                    basis="stated",
                )
                yield Fact(row, quotes)


@hookimpl
def placebench_importers():
    return [Importer()]
