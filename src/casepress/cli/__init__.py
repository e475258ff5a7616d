"""Speak to people: commands, options, help and messages in Chinese and English."""
