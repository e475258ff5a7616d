"""Which part of a picture is shown where it has another proportion than its place."""

from __future__ import annotations

from casepress.brochure.pictures.plates import crop_to


def test_crop_keeps_the_focus_in_the_frame():
    assert crop_to((200, 100), 100, 100, (0.5, 0.5)) == (0.25, 0.0, 0.75, 1.0)
    assert crop_to((200, 100), 100, 100, (1.0, 0.5)) == (0.5, 0.0, 1.0, 1.0)
