"""``python -m fko_qa``."""

from fko_qa.cli import main

if __name__ == "__main__":
    raise SystemExit(main())
