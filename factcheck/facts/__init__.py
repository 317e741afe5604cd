"""A desk's own facts: what their files may hold, and how they are read."""
