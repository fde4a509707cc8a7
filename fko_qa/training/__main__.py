"""``python -m fko_qa.training``: train on the questions in ``data`` and write the models there."""

from __future__ import annotations

from fko_qa.training.run import main

if __name__ == "__main__":
    main()
