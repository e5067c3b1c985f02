"""Images of single blocks, rendered offscreen for the gallery."""
