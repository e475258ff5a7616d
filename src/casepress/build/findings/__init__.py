"""What an editor is told before and after planning, beyond the checks of the text."""
