"""How stores of passages compare: the same ranking (``parity``), and how they bear growth (``stores``)."""
