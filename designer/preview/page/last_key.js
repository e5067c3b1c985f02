// @ts-check
// Keys reach the page one by one, behind everything else. Python presses a last one behind them
// all; when that is here, so are the others.

import {ask, state, tellNow} from './state.js';

const LAST = 'F24';   // on no keyboard
let isAwaited = false;

/** Tell that every key has been told, once those are which wait for the editor of rich text. */
export function answer() {
  if (!isAwaited || state.keys !== null) return;
  isAwaited = false;
  ask('flushed');
}

/** Python presses the last key, which does not come here when the focus is in another page. */
export function flush() {
  tellNow();
  if (document.activeElement instanceof HTMLIFrameElement) ask('flushed');
}

export function listenToLastKey() {
  addEventListener('keydown', event => {
    if (event.key !== LAST || !event.isTrusted) return;
    event.preventDefault();
    event.stopImmediatePropagation();
    isAwaited = true;
    answer();
  }, true);
}
