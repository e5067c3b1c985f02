"""A server on this machine that notes who comes."""

from __future__ import annotations

import contextlib
import socket
import socketserver
import threading

import pytest


@pytest.fixture
def canary():
    """A server and a UDP socket on this machine which note everything that reaches them."""
    hits = []

    class Handler(socketserver.StreamRequestHandler):
        def handle(self):
            hits.append(self.rfile.readline())

    class Server(socketserver.ThreadingTCPServer):
        daemon_threads = True

    server = Server(("127.0.0.1", 0), Handler)
    thread = threading.Thread(target=server.serve_forever, daemon=True)
    thread.start()
    udp = socket.socket(socket.AF_INET, socket.SOCK_DGRAM)
    udp.bind(("127.0.0.1", 0))
    udp.setblocking(False)

    def seen():
        with contextlib.suppress(BlockingIOError):
            hits.append(udp.recv(4096))
        return hits

    yield server.server_address[1], udp.getsockname()[1], seen
    server.shutdown()
    thread.join()
    server.server_close()
    udp.close()
