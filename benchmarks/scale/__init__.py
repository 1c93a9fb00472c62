"""How an import of many documents goes: the first time, again, in parallel, and what isolation costs."""
