"""The form: lays out rows, reuses them from a pool, and keeps groups expanded."""
