"""Screen-reader announcements about the page."""
