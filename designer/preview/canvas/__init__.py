"""The canvas around the page: panes, widths, zoom, scrolling."""
