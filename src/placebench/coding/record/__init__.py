"""What else a document puts on record: frameworks, judgements, requests, footprints and events."""
