"""What one pass of the default model costs: multilingual-e5-small, twelve BERT layers.

A multiplication and an addition count as two operations.
"""

from __future__ import annotations

LAYERS = 12
WIDTH = 384
INNER = 1536  # of the feed-forward part
_FLOAT = 4

# Of a layer: query, key, value and output, then up and down.
_LAYER_WEIGHTS = 4 * WIDTH * WIDTH + 2 * WIDTH * INNER
# In float32, without the table of word vectors, of which a question reads one row a token.
WEIGHT_BYTES = LAYERS * _LAYER_WEIGHTS * _FLOAT


def token_operations(tokens: int) -> int:
    """Operations for each of so many tokens: the products with weights, and the attention to all of them.

    Norms, softmax and GELU are left out: below 2 % of the operations.

    >>> token_operations(0), token_operations(30)
    (42467328, 43020288)
    """
    attention = 2 * 2 * tokens * WIDTH  # its scores, and the values weighed by them
    return LAYERS * (2 * _LAYER_WEIGHTS + attention)


def pass_operations(tokens: int) -> int:
    """Operations for a text of so many tokens."""
    return tokens * token_operations(tokens)
