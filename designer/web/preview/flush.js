// @ts-check
// Flushes pending keystrokes. The engine queues keys, so Python sends one more key: when that key
// arrives, all keys before it have arrived too.

import {notify, reportNow, state} from './state.js';

const FLUSH_KEY = 'F24';   // no keyboard has it
let isAwaited = false;

/** Reports that all keys were handled, unless some still wait for the rich text editor. */
export function reportFlushed() {
  if (!isAwaited || state.pendingKeys !== null) return;
  isAwaited = false;
  notify('flushed');
}

/** Prepares for the flush key. While an iframe has the focus, the key does not arrive here. */
export function flush() {
  reportNow();
  if (document.activeElement instanceof HTMLIFrameElement) notify('flushed');
}

/** Listens for the flush key, before all other listeners of the page. */
export function listenForFlushKey() {
  addEventListener('keydown', event => {
    if (event.key !== FLUSH_KEY || !event.isTrusted) return;
    event.preventDefault();
    event.stopImmediatePropagation();
    isAwaited = true;
    reportFlushed();
  }, true);
}
