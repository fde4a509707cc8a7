"""What the assistant costs in time and memory, and what it bears: one module, one command (``docs/performance.md``)."""
