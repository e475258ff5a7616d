"""All texts of a record at once, where nobody asks for their places."""

from __future__ import annotations

from casepress.records import BaseModel


def texts_in(record: BaseModel) -> list[str]:
    """Return every text in a record and in the records below it, in no order to rely on.

    Also what a record has worked out from its fields and keeps.
    """
    found: list[str] = []
    waiting: list[object] = [record]
    while waiting:
        one = waiting.pop()
        if isinstance(one, str):
            found.append(one)
        elif isinstance(one, BaseModel):
            waiting.extend(vars(one).values())
        elif isinstance(one, tuple):
            waiting.extend(one)
        elif isinstance(one, dict):
            waiting.extend(one.values())
    return found
