"""The gallery of blocks that can be added, and the blocks saved for a site."""
