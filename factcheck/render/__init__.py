"""What came of a comparison, for a person or a program: one file an output format."""
