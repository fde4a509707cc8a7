"""The evaluation of FKO-QA: labelled questions, scores with intervals, comparisons. Uses only public names of ``fko_qa``."""
