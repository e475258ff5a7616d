"""One job from reading to writing, of a case or a collection; it never raises."""
