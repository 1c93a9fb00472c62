"""A study: what is compared, of which places and dates, and every table of it in one go."""
