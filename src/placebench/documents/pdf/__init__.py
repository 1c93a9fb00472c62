"""PDF: words put together by where they stand on the page."""
