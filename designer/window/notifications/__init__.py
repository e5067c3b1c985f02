"""Notification bars above the page: one sentence each, with the actions that answer it."""
