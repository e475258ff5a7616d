"""The page types: each a planner that measures its text and returns the leaves it fills."""
