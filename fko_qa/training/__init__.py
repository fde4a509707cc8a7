"""Learning from the curated questions: an adapter for the encoder and linear heads on its vectors (``make train``)."""

from __future__ import annotations

from fko_qa.training.run import train

__all__ = ["train"]
