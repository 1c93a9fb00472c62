"""How a partnership is governed, and what authority has passed to it."""
