"""Self-assessments and peer reviews: frameworks as files, workbooks to fill in, and what was filled in."""
