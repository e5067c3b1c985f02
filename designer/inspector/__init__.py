"""The editors for the selected block's fields and slots."""
