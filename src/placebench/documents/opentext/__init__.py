"""OpenDocument texts, as LibreOffice and others write them."""
