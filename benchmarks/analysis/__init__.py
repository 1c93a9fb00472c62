"""Speed of the methods of analysis, measured on purpose."""
