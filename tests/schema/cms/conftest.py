"""Schemas from files that a test writes."""

import pytest

from designer.schema import read_schemas


@pytest.fixture
def schema(tmp_path):
    """Writes the files of a site and returns its schema."""

    def read(**files):
        for name, text in files.items():
            file = tmp_path / name
            file.parent.mkdir(parents=True, exist_ok=True)
            file.write_text(text, encoding="utf-8")
        reading = read_schemas(tmp_path)
        assert not reading.broken
        return reading.schema

    return read
