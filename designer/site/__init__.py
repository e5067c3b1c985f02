"""A site folder: its pages, theme, media and the block types that it brings."""
