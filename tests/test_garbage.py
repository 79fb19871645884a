"""What is kept while nothing is collected, and no longer."""

from __future__ import annotations

import gc
from weakref import ref

from srtool.garbage import keep_to_the_end, no_collecting


class _Register:
    """Something that is made for one run."""


def test_what_is_kept_to_the_end_goes_when_garbage_is_collected() -> None:
    with no_collecting():
        register = _Register()
        seen = ref(register)
        keep_to_the_end(register)
        del register
        assert seen() is not None
    gc.collect()
    assert seen() is None
