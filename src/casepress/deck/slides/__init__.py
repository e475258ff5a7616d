"""The planners of each kind of slide, from the cover to the mark on the last one."""
