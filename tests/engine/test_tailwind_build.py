"""A site's configuration in the hidden page: the real engine, real requests, a real server."""

import json

import pytest
import shiboken6
from PySide6.QtWebEngineCore import QWebEnginePage, QWebEngineProfile

from designer import bundled
from designer.engine.tailwind_build import TailwindBuilder
from designer.errors import EngineError
from designer.site import TailwindSource
from designer.tailwind import Sheet, StyleGap
from designer.tailwind.presets import load_preset
from tests.patience import WAIT_MS

pytestmark = pytest.mark.engine

SMALL = """
module.exports = {
  corePlugins: ['preflight', 'margin', 'backgroundColor'],
  theme: { screens: { phone: { max: '500px' } }, colors: { brand: 'rebeccapurple' } },
}
"""


def source_of(config, generation=2):
    return TailwindSource(generation, {"tailwind.config.js": config}, "tailwind.config.js")


@pytest.fixture
def build(qtbot, tmp_path):
    """Build a configuration and wait for what comes of it."""
    builders = []

    def run(source, folder=tmp_path / "cache", **options):
        builder = TailwindBuilder(folder, **options)
        builders.append(builder)
        results = []
        builder.build(source_of(source), (), results.append)
        assert not results, "the answer has to come from the event loop"
        qtbot.waitUntil(lambda: bool(results), timeout=WAIT_MS)
        return results[0]

    yield run
    for builder in builders:
        builder.close()


def test_a_site_configuration_becomes_a_sheet(build):
    sheet = build(SMALL)
    assert isinstance(sheet, Sheet), sheet
    assert sheet.theme["screens"] == [["phone", {"max": 500}]]
    assert ".bg-brand{" in sheet.utilities_css(["bg-brand"])
    assert "rebeccapurple" in sheet.utilities_css(["bg-brand"])
    assert "bg-white" not in sheet.classes
    assert "phone:mt-4" in sheet.classes


def test_the_hidden_page_builds_the_same_as_the_build_hook(build):
    presets = bundled.folder("resources") / "presets"
    parts = (presets / "_family.js", presets / "g1.config.js")
    source = "\n".join(part.read_text(encoding="utf-8") for part in parts)
    assert build(source) == load_preset("g1")


def test_an_error_is_told_with_its_line(build):
    error = build("module.exports = {\n  theme: {\n    screens: nothing,\n  },\n}")
    assert isinstance(error, EngineError)
    assert "line 3: nothing is not defined" in str(error)


@pytest.mark.parametrize(
    ("source", "words"),
    [
        ("module.exports = {{", "Unexpected token"),
        ("module.exports = 7", "does not export an object"),
        ("\nmodule.exports = require('./theme')", 'line 2: The module "./theme" is not available'),
        ("throw 'just words'", "just words"),
        ("throw null", "null"),
        ("module.exports = { variants: { margin: ['nope'] } }", "nope"),
    ],
)
def test_what_is_wrong_is_said(build, source, words):
    error = build(source)
    assert isinstance(error, EngineError)
    assert words in str(error)


def test_a_package_that_is_missing_is_named(build):
    sheet = build("\nconst x = require('tailwindcss-filters')\nmodule.exports = { plugins: [x] }")
    assert isinstance(sheet, Sheet)
    assert sheet.gaps == (StyleGap("tailwindcss-filters", "tailwind.config.js", 2),)
    again = build("\nconst x = require('tailwindcss-filters')\nmodule.exports = { plugins: [x] }")
    assert again.gaps == sheet.gaps, "the cache knows them too"


def test_a_configuration_that_never_ends_is_given_up(build):
    error = build("while (true) {}", limit=1500)
    assert isinstance(error, EngineError)
    assert "did not finish" in str(error)
    assert isinstance(build(SMALL), Sheet), "the next one has to work"


@pytest.mark.parametrize(
    "answer",
    [
        "null",
        "7",
        "({})",
        "'sheet'",
        "'sheet no json'",
        "'sheet {}'",
        "'sheet ' + '['.repeat(1e6)",
        "'error'",
        """'sheet {"format":2,"engine":"x","units":[1],"classes":{},"always":[],"site_at":0}'""",
    ],
)
def test_a_configuration_that_forges_the_answer_gets_no_sheet(build, tmp_path, answer):
    assert isinstance(build(f"postMessage({answer}); {SMALL}"), EngineError)
    assert not list((tmp_path / "cache").glob("*"))


CALLS = """
const page = typeof document === 'undefined' ? null : document
const stun = { iceServers: [{ urls: 'stun:127.0.0.1:' + udp }] }
const attempts = [
  () => fetch(web + 'fetch', { mode: 'no-cors', keepalive: true }),
  () => { const x = new XMLHttpRequest(); x.open('GET', web + 'xhr'); x.send() },
  () => { const x = new XMLHttpRequest(); x.open('GET', web + 'xhr-sync', false); x.send() },
  () => navigator.sendBeacon(web + 'beacon', 'x'),
  () => new WebSocket(web.replace('http', 'ws') + 'socket'),
  () => new WebSocketStream(web.replace('http', 'ws') + 'stream'),
  () => new WebTransport(web.replace('http', 'https') + 'transport'),
  () => new EventSource(web + 'events'),
  () => importScripts(web + 'script.js'),
  () => import(web + 'module.js'),
  () => new Worker(web + 'worker.js'),
  () => new SharedWorker(web + 'shared.js'),
  () => new Worker(URL.createObjectURL(new Blob([`fetch('${web}nested', { mode: 'no-cors' })`]))),
  () => { new Image().src = web + 'image' },
  () => { page.body.innerHTML = `<img src="${web}img"><link rel=preconnect href="${web}">` +
            `<iframe src="${web}frame"></iframe>` },
  () => window.open(web + 'window'),
  () => { location.href = web + 'location' },
  () => { const c = new RTCPeerConnection(stun); c.createDataChannel('x')
          c.createOffer().then((offer) => c.setLocalDescription(offer)) },
]
for (const attempt of attempts) { try { attempt() } catch {} }
"""


@pytest.mark.parametrize(
    "end", ["module.exports = { corePlugins: ['margin'] }", "throw new Error()", "while (true) {}"]
)
def test_a_configuration_reaches_no_network(build, canary, qtbot, end):
    web, udp, seen = canary
    build(f"const web = 'http://127.0.0.1:{web}/', udp = {udp}\n{CALLS}\n{end}", limit=4000)
    qtbot.wait(4000)  # an EventSource tries again after three seconds
    assert seen() == []


def test_a_page_without_the_lock_would_reach_the_network(qtbot, canary):
    """The test above can fail: the same calls arrive when nothing refuses them."""
    web, udp, seen = canary
    profile = QWebEngineProfile()
    page = QWebEnginePage(profile)
    with qtbot.waitSignal(page.loadFinished):
        page.load("about:blank")
    page.runJavaScript(f"const web = 'http://127.0.0.1:{web}/', udp = {udp}\n{CALLS}")
    qtbot.waitUntil(lambda: len(seen()) > 3, timeout=WAIT_MS)
    shiboken6.delete(page)
    shiboken6.delete(profile)


def test_the_engines_world_has_nothing_of_ours(build):
    names = build(
        "throw new Error(['qt', 'QWebChannel', 'process'].map((n) => typeof globalThis[n]))"
    )
    assert "undefined,undefined,undefined" in str(names)


def test_a_sheet_is_kept_and_taken_from_the_cache(build, tmp_path):
    first = build(SMALL)
    (file,) = (tmp_path / "cache").iterdir()
    forged = json.loads(file.read_text(encoding="utf-8")) | {"engine": "from the cache"}
    file.write_text(json.dumps(forged), encoding="utf-8")
    again = build(SMALL)
    assert again.engine == "from the cache"
    assert again.units == first.units
    assert build(SMALL + "\n// changed").engine == first.engine


@pytest.mark.noisy
@pytest.mark.parametrize("damage", [b"", b"{", b'{"format": 2}', b"\xff\xfe", b"[]"])
def test_a_damaged_cache_is_built_again(build, tmp_path, damage):
    first = build(SMALL)
    (file,) = (tmp_path / "cache").iterdir()
    whole = file.read_bytes()
    file.write_bytes(damage)
    assert build(SMALL) == first
    assert file.read_bytes() == whole


def test_the_cache_stays_small(build, tmp_path):
    for number in range(18):
        build(f"{SMALL}\n// {number}")
    assert len(list((tmp_path / "cache").iterdir())) == 16


@pytest.mark.noisy
def test_without_a_place_for_the_cache_the_sheet_is_still_built(build, tmp_path):
    (tmp_path / "file").write_text("no folder")
    assert isinstance(build(SMALL, folder=tmp_path / "file"), Sheet)


def test_a_closed_builder_tells_nobody(qtbot, tmp_path):
    builder = TailwindBuilder(tmp_path)
    results = []
    builder.build(source_of(SMALL), (), results.append)
    builder.close()
    qtbot.wait(300)
    assert results == []
