"""What the formats of office programs share: the zip package, its limits and its properties."""
