// @ts-check
// The page's side of the preview. It runs in a world of its own, which scripts of the page cannot
// see, holds no state of the document, and only does what Python asks: show, patch, select.

import {scrollAlong, topOfView} from './along.js';
import * as blocks from './blocks.js';
import {aim, look as lookAtLayer, place, showFlag} from './overlay.js';
import {browse, listenToPointing, select} from './pointing.js';
import {enterRich, lookRich, updateRich} from './rich.js';
import {ask, state} from './state.js';
import {listenToTyping, noteTaken, setTyped} from './typing.js';

function painted(revision) {
  requestAnimationFrame(() => {
    const channel = new MessageChannel();
    channel.port1.onmessage = () => state.bridge?.painted(revision);
    channel.port2.postMessage(0);   // after this frame's style, layout and paint
  });
}

function show(message) {
  noteTaken(message.taken);
  blocks.show(message);
  place();
  painted(message.revision);
}

function patch(message) {
  noteTaken(message.taken);
  blocks.patch(message);
  place();
  painted(message.revision);
}

/** Scroll for a picture. */
function scroll({top, flag, revision}) {
  showFlag(flag);
  scrollTo({top, behavior: 'instant'});
  painted(revision);
}

/** Tell when every key so far has been told. */
function flush() {
  ask('flushed');
}

/** Files from the web have come: what is shown from now on asks for them. */
function webArrived() {
  state.arrival = Date.now();
}

function look(colours) {
  lookAtLayer(colours);
  lookRich();
}

listenToTyping();
listenToPointing();

// @ts-ignore: the channel's own script stands before this one
new QWebChannel(qt.webChannelTransport, channel => {
  state.bridge = channel.objects.bridge;
  state.bridge.ready();
});

/** @type {any} */ (globalThis).frontispiece = {
  show, patch, select, browse, scroll, look, webArrived, setTyped, flush, enterRich, updateRich,
  topOfView, scrollAlong, aim,
};
