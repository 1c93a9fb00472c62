"""An importer that aborts its process over some documents."""

import os

from tests.testing.sound import Vale


class Aborting(Vale):
    def identify(self, document):
        if "Ford Board" in document.text:
            os.abort()
        return super().identify(document)


IMPORTER = Aborting()
