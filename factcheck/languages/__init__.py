"""Languages as folders of YAML: their schema, and the loader that compiles them."""
