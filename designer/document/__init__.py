"""The page as a value: exact text, blocks, edits and differences."""
