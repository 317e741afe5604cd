"""Verdicts and findings: ladders decide what is comparable and what conflicts, rules say what a reader hears of it."""
