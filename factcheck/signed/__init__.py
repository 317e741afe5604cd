"""Checklists that somebody filled in, read back: whatever their form, they become answers."""
