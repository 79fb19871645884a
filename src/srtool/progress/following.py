"""A contract that is followed after its award: its dossier is opened when somebody first asks how it stands."""

from __future__ import annotations

from collections.abc import Callable
from functools import cached_property

from srtool.finding import Step
from srtool.lazy_dataclass import dataclass
from srtool.progress.dossier import Dossier, Tolerances
from srtool.progress.reckoning import Reckoning, settled
from srtool.progress.standing import Progress
from srtool.progress.state import State


@dataclass(frozen=True)
class Following:
    """How to find out where a contract stands: of a large register few are asked for more than their state."""

    opened: Callable[[], Dossier]
    tolerances: Tolerances
    answers: tuple[Step, ...] = ()
    """What the user assumes that its state or its amounts rest on."""

    @property
    def state(self) -> State:
        """How it stands, in one word."""
        return self._reckoning.judged[0]

    @cached_property
    def progress(self) -> Progress:
        """Where it stands, with every amount."""
        stands = settled(self._reckoning)
        if self.answers:
            vars(stands)["steps"] = (*stands.steps, *self.answers)
        return stands

    @cached_property
    def _reckoning(self) -> Reckoning:
        return Reckoning(self.opened(), self.tolerances)
