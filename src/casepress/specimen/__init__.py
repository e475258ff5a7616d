"""A type specimen: every rule of composition on paper, for a designer to check by eye."""

from casepress.specimen.plan import plan_specimen

__all__ = ["plan_specimen"]
