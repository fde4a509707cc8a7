"""The web app: ``python app.py``. Settings come from the environment and ``fko-qa.toml``, as for ``fko-qa serve``."""

from fko_qa.cli import main

if __name__ == "__main__":
    raise SystemExit(main(["serve"]))
