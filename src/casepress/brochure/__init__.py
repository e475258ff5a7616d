"""Case and theme to pages: the brochure as a display list."""

from casepress.brochure.plan import plan_brochure

__all__ = ["plan_brochure"]
