"""Notification bars above the page: one sentence each, with action buttons."""
