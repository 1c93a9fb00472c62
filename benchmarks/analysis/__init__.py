"""Speed and memory of comparisons over very many facts."""
