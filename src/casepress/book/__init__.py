"""A collection to pages: many cases bound into one book, as display lists."""

from casepress.book.plan import BookPlan, plan_book

__all__ = ["BookPlan", "plan_book"]
