"""How large and how fast the report is, and pictures of it for a person to look at."""
