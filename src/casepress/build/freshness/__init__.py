"""What a build depends on, and whether it still is what it was: nothing is done twice."""
