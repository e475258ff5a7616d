"""How grave each message is at its worst: errors stop a build, the rest can be accepted."""

from __future__ import annotations

from typing import Final

from casepress.diagnostics import Severity

WARNINGS: Final = frozenset(
    (
        "CP0112",
        "CP0230",
        "CP0401", "CP0402", "CP0403", "CP0404", "CP0405", "CP0406", "CP0407", "CP0408", "CP0410",
        "CP0411", "CP0413", "CP0414", "CP0415", "CP0416", "CP0417", "CP0418", "CP0419", "CP0431",
        "CP0451", "CP0452", "CP0453", "CP0454", "CP0482", "CP0483", "CP0484",
        "CP0526",
        "CP0614", "CP0617", "CP0621", "CP0622", "CP0661", "CP0662", "CP0663", "CP0664", "CP0667",
        "CP0669",
        "CP0803", "CP0804", "CP0808", "CP0809",
    )
)  # fmt: skip
ADVICE: Final = frozenset(
    (
        "CP0226",
        "CP0409", "CP0425", "CP0481",
        "CP0511",
        "CP0615", "CP0623", "CP0665", "CP0666", "CP0668",
        "CP0701", "CP0702", "CP0703", "CP0704", "CP0705", "CP0706", "CP0707",
        "CP0802", "CP0805", "CP0806", "CP0807", "CP0811", "CP0821",
    )
)  # fmt: skip


def level_of(id_: str) -> Severity:
    """Return the gravest severity a message is told with."""
    if id_ in WARNINGS:
        return Severity.WARNING
    return Severity.ADVICE if id_ in ADVICE else Severity.ERROR
