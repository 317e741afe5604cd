"""Data files as the program meets them: strict YAML with places, the cache of compiled data, interface messages."""
