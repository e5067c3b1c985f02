"""The fixed parts of the window: bars, splitter, widths, notifications."""
