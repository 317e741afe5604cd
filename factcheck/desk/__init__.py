"""The desk: the program as a page of the reader's own browser, and as a JSON API on this machine alone."""
