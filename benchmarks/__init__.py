"""What is measured on purpose, never by the tests."""
