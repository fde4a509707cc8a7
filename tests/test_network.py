"""The guard in conftest.py: no test reaches another machine. 192.0.2.0/24 and 2001:db8::/32 are addresses for documentation."""

from __future__ import annotations

import asyncio
import contextlib
import re
import socket
import subprocess
import sys
from collections.abc import Callable
from http.client import HTTPConnection
from pathlib import Path

import pytest

from tests.conftest import NetworkGuard

MESSAGE = "This test tried to reach {}. Tests (and the program by default) may talk to this machine only."


def _connect_ex() -> None:
    with socket.socket() as plain:
        plain.connect_ex(("192.0.2.1", 443))


def _send_datagram() -> None:
    with socket.socket(type=socket.SOCK_DGRAM) as datagram:
        datagram.sendto(b"x", ("192.0.2.1", 53))


def _send_datagram_with_flags() -> None:
    with socket.socket(type=socket.SOCK_DGRAM) as datagram:
        datagram.sendto(b"x", 0, ("192.0.2.1", 53))


def _connect_over_ipv6() -> None:
    with socket.socket(socket.AF_INET6) as plain:
        plain.connect(("2001:db8::1", 443))


async def _open_stream() -> None:
    await asyncio.open_connection("192.0.2.1", 443)


@pytest.mark.parametrize(
    ("act", "target"),
    [
        pytest.param(lambda: socket.create_connection(("192.0.2.1", 443)), "192.0.2.1:443", id="connect"),
        pytest.param(_connect_ex, "192.0.2.1:443", id="connect_ex"),
        pytest.param(_send_datagram, "192.0.2.1:53", id="datagram"),
        pytest.param(_send_datagram_with_flags, "192.0.2.1:53", id="datagram with flags"),
        pytest.param(_connect_over_ipv6, "2001:db8::1:443", id="IPv6"),
        pytest.param(lambda: asyncio.run(_open_stream()), "192.0.2.1:443", id="asyncio"),
        pytest.param(lambda: socket.getaddrinfo("example.org", 443), "example.org", id="name"),
        pytest.param(lambda: socket.getaddrinfo(b"example.org", 443), "example.org", id="name as bytes"),
        pytest.param(lambda: HTTPConnection("example.org").request("GET", "/"), "example.org", id="http.client"),
    ],
)
def test_reaching_another_machine_fails_with_its_address(act: Callable[[], object], target: str, network: NetworkGuard) -> None:
    with pytest.raises(pytest.fail.Exception) as failure:
        act()
    assert failure.value.msg == MESSAGE.format(target)
    assert network.attempts == [target]
    network.attempts.clear()  # meant: this test shall not fail for it


def test_a_swallowed_failure_fails_the_test_at_its_end(network: NetworkGuard) -> None:
    for host in ("192.0.2.1", "192.0.2.2"):
        with contextlib.suppress(BaseException):
            socket.create_connection((host, 80))
    with pytest.raises(pytest.fail.Exception) as failure:
        network.check_attempts()
    assert failure.value.msg == MESSAGE.format("192.0.2.1:80, 192.0.2.2:80")
    network.check_attempts()  # told once


@pytest.mark.parametrize("host", ["127.0.0.1", "127.1.2.3", "localhost"])
def test_this_machine_may_be_reached(host: str) -> None:
    with socket.create_server(("127.0.0.1" if host == "localhost" else host, 0)) as server:
        server.settimeout(5)
        with socket.create_connection((host, server.getsockname()[1]), timeout=5) as client:
            connection, _ = server.accept()
            with connection:
                client.sendall(b"da")
                assert connection.recv(2) == b"da"


def test_sockets_without_an_internet_address_are_left_alone(tmp_path: Path) -> None:
    with socket.socket(socket.AF_UNIX) as server, socket.socket(socket.AF_UNIX) as client:
        server.bind(str(tmp_path / "s"))
        server.listen()
        client.connect(str(tmp_path / "s"))
        assert client.getpeername() == str(tmp_path / "s")


@pytest.mark.parametrize(
    ("host", "is_local"),
    [
        ("::1", True),
        ("::ffff:127.0.0.1", True),
        ("", True),
        ("0.0.0.0", False),  # noqa: S104
        ("10.0.0.1", False),
        ("::ffff:192.0.2.1", False),
    ],
)
def test_only_loopback_counts_as_this_machine(host: str, is_local: bool) -> None:
    guard = NetworkGuard()
    with (
        socket.socket(socket.AF_INET6) as plain,
        contextlib.nullcontext() if is_local else pytest.raises(pytest.fail.Exception),
    ):
        guard.check_address(plain, (host, 80))
    assert guard.attempts == ([] if is_local else [f"{host}:80"])


GUARDED_TESTS = """
import contextlib, socket
def test_connects():
    socket.create_connection(("192.0.2.1", 80))
def test_swallows():
    with contextlib.suppress(BaseException):
        socket.create_connection(("192.0.2.2", 80))
def test_stays_here():
    with socket.create_server(("127.0.0.1", 0)) as server:
        socket.create_connection(server.getsockname()).close()
"""


def test_tests_are_guarded_without_asking_for_it(tmp_path: Path) -> None:
    """In a run of its own: one test fails, the one that swallows ends in an error, the local one passes."""
    (tmp_path / "test_outside.py").write_text(GUARDED_TESTS, encoding="utf-8")
    (tmp_path / "pytest.ini").write_text("[pytest]\n", encoding="utf-8")
    run = subprocess.run(
        [sys.executable, "-m", "pytest", "-p", "tests.conftest", "-p", "no:cacheprovider", "-rA", "--tb=line", str(tmp_path)],
        cwd=Path(__file__).parents[1],
        capture_output=True,
        text=True,
        check=False,
    )
    outcomes = re.findall(r"^(PASSED|FAILED|ERROR) \S+::(\w+)", run.stdout, re.MULTILINE)
    assert sorted(outcomes) == [
        ("ERROR", "test_connects"),
        ("ERROR", "test_swallows"),
        ("FAILED", "test_connects"),
        ("PASSED", "test_stays_here"),
        ("PASSED", "test_swallows"),
    ]
    assert MESSAGE.format("192.0.2.1:80") in run.stdout
    assert MESSAGE.format("192.0.2.2:80") in run.stdout
