"""Native charts and diagrams, for the slides that draw."""
