"""Python's collector of garbage, told to wait while nothing but what stays is made."""

from __future__ import annotations

import gc
from collections.abc import Iterator
from contextlib import contextmanager

MANY = 500_000
"""Objects that take the collector a noticeable time to look through (a tenth of a second)."""


@contextmanager
def collector_paused() -> Iterator[None]:
    """Let the collector wait: it would look through a growing knowledge base again and again.

    If very much was made, it is taken to stay for good, and is not looked through afterwards
    either. If more is read later in the same process (the server does), the collector looks for
    what is no longer used before that begins.
    """
    if not gc.isenabled():
        yield  # within a longer pause
        return
    if gc.get_freeze_count():
        gc.unfreeze()
        gc.collect()
    gc.disable()
    try:
        yield
    finally:
        if gc.get_count()[0] > MANY:
            gc.freeze()
        gc.enable()
