"""The desk the proofs lie on: one thread puts them there, those of the browser look."""

from __future__ import annotations

from threading import Condition, Event, Thread

from casepress.build.watch import Watcher
from casepress.serve.model import Proof
from casepress.serve.prover import Prover


class Desk:
    """Holds the newest proof and makes a new one at every save."""

    def __init__(self, prover: Prover) -> None:
        """Take what is to be proved; nothing runs until :meth:`start`."""
        self._prover = prover
        self._proof = Proof(str(prover.case))
        self._files = frozenset([prover.case]) | prover.layout_files()
        self._new = Condition()
        self._stop = Event()
        self._thread = Thread(target=self._work, name="prover", daemon=True)

    def start(self) -> None:
        """Begin to prove and to watch."""
        self._thread.start()

    def stop(self) -> None:
        """End: whoever waits is let go."""
        self._stop.set()
        with self._new:
            self._new.notify_all()
        self._thread.join(timeout=5)

    @property
    def stopped(self) -> bool:
        """Whether the desk is being cleared."""
        return self._stop.is_set()

    @property
    def proof(self) -> Proof:
        """The newest proof."""
        return self._proof

    def newer(self, version: int, timeout: float) -> Proof | None:
        """Wait for a proof newer than *version*; ``None`` if none comes within *timeout* s."""
        with self._new:
            self._new.wait_for(
                lambda: self._proof.version > version or self._stop.is_set(), timeout
            )
        return self._proof if self._proof.version > version else None

    def _work(self) -> None:
        saves = Watcher(lambda: self._files, self._stop)
        self._prove(saves)
        for _ in saves:
            self._prove(saves)

    def _prove(self, saves: Watcher) -> None:
        for proof, files in self._prover.proofs(self._proof):
            self._files = files | self._prover.layout_files()
            saves.look()
            with self._new:
                self._proof = proof
                self._new.notify_all()
