"""A planned deck set again in another organisation's template."""
