"""What all tests may use. Nothing here imports Qt, so that the core's tests run without it."""

import os
from pathlib import Path

import pytest
from hypothesis import settings

settings.register_profile("calm", deadline=None)  # a busy machine is not a failure
settings.load_profile("calm")


@pytest.fixture(scope="session")
def corpus():
    """The folder with real pages, which lies beside the checkout."""
    default = Path(__file__).parents[2] / "shared" / "corpus"
    folder = Path(os.environ.get("FRONTISPIECE_CORPUS", default))
    if not folder.is_dir():
        pytest.skip(f"the corpus of real pages is not at {folder}")
    return folder
