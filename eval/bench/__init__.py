"""What the assistant costs in time and memory, beside a reference measured in the same run: ``docs/performance.md``."""
