"""How long the whole command takes, and how much memory."""
