"""The server answers this machine only, and gives nothing but the page, its state and pictures."""

from __future__ import annotations

import http.client
import io
import json
from pathlib import Path

import pytest
from PIL import Image
from tests.serve.conftest import settled

from casepress.serve.desk import Desk
from casepress.serve.server import HOST, Server


def get(server: Server, path: str, host: str = "") -> tuple[int, dict[str, str], bytes]:
    connection = http.client.HTTPConnection(HOST, server.server_address[1], timeout=10)
    named = host or f"{HOST}:{server.server_address[1]}"
    connection.request("GET", path, headers={"Host": named, "Connection": "close"})
    answer = connection.getresponse()
    data = answer.read()
    connection.close()
    return answer.status, dict(answer.headers), data


def test_the_page_and_its_parts_need_nothing_from_outside(server: Server) -> None:
    for path in ("/", "/proof.css", "/proof.js"):
        status, headers, data = get(server, path)
        assert status == 200
        assert b"http://" not in data and b"https://" not in data
        assert "default-src 'none'" in headers["Content-Security-Policy"]


def test_pages_are_pictures_of_the_width_asked_for(server: Server, desk: Desk) -> None:
    settled(desk)
    for name in ("brochure", "deck"):
        status, headers, data = get(server, f"/page/{name}/1.png?w=300")
        assert (status, headers["Content-Type"]) == (200, "image/png")
        assert Image.open(io.BytesIO(data)).width == 300
    key = desk.proof.products["deck"].key
    assert "immutable" in get(server, f"/page/deck/1.png?w=300&k={key}")[1]["Cache-Control"]


def test_the_state_is_what_the_desk_holds(server: Server, desk: Desk) -> None:
    settled(desk)
    state = json.loads(get(server, "/state.json")[2])
    assert state["version"] == desk.proof.version
    assert state["editor"] == "x://{line}"
    assert [p["name"] for p in state["products"]] == ["brochure", "deck"]


@pytest.mark.parametrize(
    "path",
    ["/page/brochure/999.png", "/page/x/1.png", "/page/brochure/one.png", "/page/brochure",
     "/../pyproject.toml", "/assets/index.html", "/page/brochure/1.png?w=x"],
)  # fmt: skip
def test_anything_else_is_not_found(server: Server, desk: Desk, path: str) -> None:
    settled(desk)
    assert get(server, path)[0] == 404


@pytest.mark.parametrize("host", ["evil.example", "evil.example:80", "127.0.0.1.evil.example:1"])
def test_a_page_of_another_site_cannot_read_it(server: Server, host: str) -> None:
    assert get(server, "/state.json", host=host)[0] == 403


def test_it_listens_on_this_machine_only(server: Server) -> None:
    assert server.server_address[0] == "127.0.0.1"


def test_the_command_names_what_it_cannot_use(casepress, case: Path) -> None:
    assert casepress("serve", case.with_name("none.yaml")).code == 3
    wrong = casepress("serve", case, "--editor", "notepad")
    assert wrong.code == 2 and "vscode" in wrong.err


def test_a_port_that_is_taken_is_said(casepress, case: Path, server: Server) -> None:
    ran = casepress("serve", case, "--port", str(server.server_address[1]))
    assert ran.code == 2 and "--port" in ran.err
