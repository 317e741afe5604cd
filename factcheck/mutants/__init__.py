"""Tests of rules by change: number, hedge, date, speaker, words of an example are changed, and the rule must follow.

What must come of a change is known without the rule: two figures set equal do not disagree, a total made the sum of its
parts is right, a sentence somebody with a name vouches for is no figure without a source, ١٢ for 12 changes nothing.
A probe looks for its places in what the reader of claims found and in what the pieces of evidence are called (a and b,
total and part, source ...); it never asks the check. Where a mutant survives, the rule, its example or the engine is at
fault, and sometimes the probe.
"""
