"""Processes that do the work: forked early, pooled, replaced when one dies, heard from."""
