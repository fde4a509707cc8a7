"""What all tests share: the real report, no way out to the network, the same hypothesis examples in every run."""

from __future__ import annotations

import ipaddress
import socket
from collections.abc import Iterator
from pathlib import Path
from typing import Any

import hypothesis
import pytest

from fko_qa.records import Report
from fko_qa.report import load_report

REPORT_FILE = Path(__file__).parents[1] / "data" / "fortschrittsbericht-2024-06-25.md"

# No deadline: a slow machine is no defect. Derandomised: a red run can be repeated.
hypothesis.settings.register_profile("fko", deadline=None, derandomize=True, database=None)
hypothesis.settings.load_profile("fko")


@pytest.fixture(scope="session")
def report_file() -> Path:
    """The report's file as shipped."""
    return REPORT_FILE


@pytest.fixture(scope="session")
def source(report_file: Path) -> str:
    """The report's raw Markdown."""
    return report_file.read_text(encoding="utf-8")


@pytest.fixture(scope="session")
def report(report_file: Path) -> Report:
    """The report as parsed."""
    return load_report(report_file)


class NetworkGuard:
    """Lets sockets reach this machine only, and remembers every other attempt: swallowing the failure does not help."""

    def __init__(self) -> None:
        self.attempts: list[str] = []

    def check_address(self, connection: socket.socket, address: object) -> None:
        """Fail, the socket closed, unless its address is on this machine (loopback, or no internet address at all)."""
        if connection.family in (socket.AF_INET, socket.AF_INET6) and isinstance(address, tuple) and not _is_loopback(address[0]):
            connection.close()
            self._fail(f"{address[0]}:{address[1]}")

    def check_name(self, host: object) -> None:
        """Fail if looking up this name would ask another machine."""
        name = host.decode() if isinstance(host, bytes) else host
        if isinstance(name, str) and name not in ("", "localhost") and not _is_ip_address(name):
            self._fail(name)

    def check_attempts(self) -> None:
        """Fail if there was an attempt since the last check."""
        attempts, self.attempts = self.attempts, []
        if attempts:
            pytest.fail(_message(", ".join(attempts)))

    def _fail(self, target: str) -> None:
        self.attempts.append(target)
        pytest.fail(_message(target))


def _message(target: str) -> str:
    return f"This test tried to reach {target}. Tests (and the program by default) may talk to this machine only."


def _is_ip_address(host: str) -> bool:
    try:
        ipaddress.ip_address(host)
    except ValueError:
        return False
    return True


def _is_loopback(host: str) -> bool:
    if not _is_ip_address(host):
        return host in ("", "localhost")
    address = ipaddress.ip_address(host)
    mapped = address.ipv4_mapped if isinstance(address, ipaddress.IPv6Address) else None
    return (mapped or address).is_loopback


@pytest.fixture(scope="session", autouse=True)
def network() -> Iterator[NetworkGuard]:
    """The guard, in place for all tests and fixtures."""
    guard = NetworkGuard()
    connect, connect_ex, sendto = socket.socket.connect, socket.socket.connect_ex, socket.socket.sendto
    getaddrinfo = socket.getaddrinfo

    def guarded_connect(self: socket.socket, address: Any) -> None:
        guard.check_address(self, address)
        connect(self, address)

    def guarded_connect_ex(self: socket.socket, address: Any) -> int:
        guard.check_address(self, address)
        return connect_ex(self, address)

    def guarded_sendto(self: socket.socket, data: bytes, *flags_and_address: Any) -> int:
        guard.check_address(self, flags_and_address[-1])
        return sendto(self, data, *flags_and_address)

    def guarded_getaddrinfo(host: Any, *arguments: Any, **named: Any) -> Any:
        guard.check_name(host)
        return getaddrinfo(host, *arguments, **named)

    with pytest.MonkeyPatch.context() as patch:
        patch.setattr(socket.socket, "connect", guarded_connect)
        patch.setattr(socket.socket, "connect_ex", guarded_connect_ex)
        patch.setattr(socket.socket, "sendto", guarded_sendto)
        patch.setattr(socket, "getaddrinfo", guarded_getaddrinfo)
        yield guard


@pytest.fixture(autouse=True)
def no_network(network: NetworkGuard) -> Iterator[None]:
    """Every test fails that tried to reach another machine, even if the code under test swallowed the failure."""
    yield
    network.check_attempts()
