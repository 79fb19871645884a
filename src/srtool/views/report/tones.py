"""How a state stands on a sheet: its word, and the colour that repeats it."""

from __future__ import annotations

from collections.abc import Mapping

from srtool.progress.state import State
from srtool.texts import Lang, words
from srtool.views.shared.table import Tone, Toned

STATES: Mapping[State, Tone] = {
    State.ENDED_SHORT: "bad",
    State.END_PASSED: "calm",
    State.BEHIND: "bad",
    State.BELOW_PACE: "warn",
    State.SILENT: "warn",
    State.AT_RISK: "warn",
    State.UNKNOWN: "calm",
    State.STARTING: "calm",
    State.ON_TRACK: "good",
    State.MET: "good",
}


def state_word(state: State, lang: Lang) -> Toned:
    """What the state is called, in its colour."""
    return Toned(words(lang, "monitor.states")[state.value], STATES[state])
