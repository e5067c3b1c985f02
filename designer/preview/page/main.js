// @ts-check
// The page's side of the preview. It runs in a world of its own, which scripts of the page cannot
// see, holds no state of the document, and only does what Python asks: show, patch, select.

import {scrollAlong, topOfView} from './along.js';
import * as blocks from './blocks.js';
import {answer, flush, listenToLastKey} from './last_key.js';
import {aim, look as lookAtLayer, place, showFlag} from './overlay.js';
import {browse, listenToPointing, select} from './pointing.js';
import {reveal} from './reveal.js';
import {enterRich, lookRich, updateRich} from './rich.js';
import {afterFrame, isKeyOnItsWay, state} from './state.js';
import {listenToTyping, noteTaken, setTyped} from './typing.js';

const painted = revision => afterFrame(() => state.bridge?.painted(revision));

/** What Python has sent and what waits for a frame. @type {[(message: any) => void, any][]} */
const waiting = [];

/** A key goes first: what follows from those before it comes behind its frame. */
function receive(draw, message) {
  waiting.push([draw, message]);
  if (!isKeyOnItsWay()) drawAll();
  else if (waiting.length === 1) afterFrame(drawAll);
}

function drawAll() {
  for (const [draw, message] of waiting.splice(0)) {
    noteTaken(message.taken);   // those that wait behind it do not count yet
    draw(message);
    reveal(state.selected);
    place();
    painted(message.revision);
  }
}

const show = message => receive(blocks.show, message);
const patch = message => receive(blocks.patch, message);

/** Scroll for a picture. */
function scroll({top, flag, revision}) {
  showFlag(flag);
  scrollTo({top, behavior: 'instant'});
  painted(revision);
}

/** Files from the web have come: what is shown from now on asks for them. */
function webArrived() {
  state.arrival = Date.now();
}

function look(colours) {
  lookAtLayer(colours);
  lookRich();
}

listenToLastKey();
listenToTyping();
listenToPointing();

// @ts-ignore: the channel's own script stands before this one
new QWebChannel(qt.webChannelTransport, channel => {
  state.bridge = channel.objects.bridge;
  state.bridge.ready();
});

/** @type {any} */ (globalThis).frontispiece = {
  show, patch, select, browse, scroll, look, webArrived, setTyped, flush, updateRich,
  enterRich: message => { enterRich(message); answer(); }, topOfView, scrollAlong, aim,
};
