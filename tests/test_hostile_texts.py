"""Long repetitions, which a contributor may paste by mistake, are checked in little time."""

from __future__ import annotations

from pathlib import Path
from time import process_time

import pytest

from lpsa_build.config import read_settings
from lpsa_build.lint.check import review
from tests.site_building import write_site
from tests.test_prose import HOSTILE


@pytest.mark.parametrize("text", HOSTILE.values(), ids=HOSTILE.keys())
def test_no_rule_looks_at_a_text_again_and_again(text: str, tmp_path: Path) -> None:
    """Whatever stands in it 60,000 times: no rule takes a time that grows with the square."""
    config_file = write_site(tmp_path, {"content/long.md": f"---\ntitle: Long\n---\n{text}\n"})
    start = process_time()
    assert "content/long.md" in review(read_settings(config_file)).texts
    assert process_time() - start < 3
