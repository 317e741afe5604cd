"""Which claims of two reports speak of the same thing; whether they agree is not asked here."""
