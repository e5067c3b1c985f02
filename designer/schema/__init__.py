"""Block types: their fields, slots, defaults and choices."""
