"""What screen readers announce about the page."""
