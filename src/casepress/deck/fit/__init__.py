"""Whether it fits: lines counted in their frames, broken at phrases, items shared over slides."""
