"""From sentences to claims: one module a kind."""
