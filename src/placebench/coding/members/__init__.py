"""Who sits in a partnership and who leads it: sentences, lists, attendance and tables."""
