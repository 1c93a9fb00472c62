"""Spreadsheets: Excel, OpenDocument and comma-separated values."""
