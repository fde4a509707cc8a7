"""Asking the running app without a browser, as its page does."""

from __future__ import annotations

import secrets

import httpx


def asked(client: httpx.Client, question: str) -> str:
    """The event with what is shown when an address with a question is opened."""
    config = client.get("config").json()
    own = config["page"][""]["dependencies"]
    opened = next(one for one in config["dependencies"] if one["id"] in own and one["targets"][0][1] == "load")
    join = {"data": [], "fn_index": opened["id"], "session_hash": secrets.token_hex(8)}
    client.post("gradio_api/queue/join", params={"frage": question}, json=join).raise_for_status()
    with client.stream("GET", "gradio_api/queue/data", params={"session_hash": join["session_hash"]}) as events:
        return next(line for line in events.iter_lines() if "process_completed" in line)
