"""Parses and formats colours and dates, and checks values."""
