"""What a partnership works on, has promised, is due to deliver, and has reached."""
