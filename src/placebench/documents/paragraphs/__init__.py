"""Paragraphs of word processors' files of any format: where they stand, and the blocks they become."""
