// @ts-check
// Entry point of the preview's script. It runs in an isolated world that scripts of the page cannot
// see. It holds no document state; Python calls its functions.

import * as blocks from './blocks.js';
import {flush, listenForFlushKey, reportFlushed} from './flush.js';
import {listenForTyping, noteAcknowledged, setEditedText} from './inline_editing.js';
import {highlightDropTarget, place, setLook as setOverlayLook, showFlag} from './overlay.js';
import {reveal} from './reveal.js';
import {openRichText, setRichTextLook, updateRichText} from './rich_text.js';
import {scrollAnchor, scrollToAnchor} from './scroll_sync.js';
import {listenForSelection, select, setBrowsing} from './selection_input.js';
import {afterFrame, isReportPending, state} from './state.js';

const painted = revision => afterFrame(() => state.bridge?.painted(revision));

/** Messages that wait for a frame. @type {[(message: any) => void, any][]} */
const waiting = [];

/** Draws a message. While a keystroke waits for its frame, messages wait too, so it paints first. */
function receive(draw, message) {
  waiting.push([draw, message]);
  if (!isReportPending()) drawAll();
  else if (waiting.length === 1) afterFrame(drawAll);
}

function drawAll() {
  for (const [draw, message] of waiting.splice(0)) {
    noteAcknowledged(message.taken);   // in order: later messages acknowledge later keys
    draw(message);
    reveal(state.selected);
    place();
    painted(message.revision);
  }
}

const show = message => receive(blocks.show, message);
const patch = message => receive(blocks.patch, message);

/** Scrolls for a screenshot. */
function scroll({top, flag, revision}) {
  showFlag(flag);
  scrollTo({top, behavior: 'instant'});
  painted(revision);
}

/** Makes the next render request remote files again, which were fetched meanwhile. */
function reloadRemoteFiles() {
  state.arrival = Date.now();
}

function setLook(look) {
  setOverlayLook(look);
  setRichTextLook();
}

listenForFlushKey();
listenForTyping();
listenForSelection();

// @ts-ignore: Python loads qwebchannel.js before this script
new QWebChannel(qt.webChannelTransport, channel => {
  state.bridge = channel.objects.bridge;
  state.bridge.ready();
});

/** @type {any} */ (globalThis).frontispiece = {
  flush, highlightDropTarget, patch, reloadRemoteFiles, scroll, scrollAnchor, scrollToAnchor, select,
  setBrowsing, setEditedText, setLook, show, updateRichText,
  openRichText: message => { openRichText(message); reportFlushed(); },
};
