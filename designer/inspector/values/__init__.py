"""Reads and writes the texts of colours and dates, and checks values."""
