"""Text seen through a language: folded, cut into words and sentences, matched against its lexicon."""
