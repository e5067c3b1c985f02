// @ts-check
// Rich text edited in its place: brings the editor of rich text (a bundle of its own, which Python
// loads when it is needed for the first time) together with the page.

import {parse} from './harmless.js';
import {elementOf} from './marks.js';
import {held} from './morph.js';
import {colours, giveRoom} from './overlay.js';
import {ask, state} from './state.js';
import {endTyping, enterNext} from './typing.js';

/** @type {{element: HTMLElement, root: string, path: string, handle: any} | null} */ let now = null;
let sent = 0;            // how many texts Python was told

export const isInRich = element => Boolean(now?.element.contains(element));
export const isRich = () => now !== null;

/** Python has read the text and says how it can be edited. */
export function enterRich({root, path, json, options, at}) {
  const element = elementOf({root, path, slot: ''});
  if (!element || now?.element === element) {
    state.keys = null;
    return;
  }
  endTyping();
  endRich();
  held.element = element;
  held.follow = () => {};   // what the document holds comes as a document, not as HTML
  const handle = /** @type {any} */ (globalThis).frontispieceRichText.open(
    element, json, {...options, look: colours(), parse, at: at ?? undefined},
    {
      changed: doc => state.bridge?.edited(root, path, JSON.stringify(doc), ++sent),
      left: how => {
        endRich();
        if (how === 'next' || how === 'previous') enterNext(element, how === 'next' ? 1 : -1);
      },
      undo: () => ask('undo'),
      redo: () => ask('redo'),
      picture: () => ask('picture-in-text'),
    },
  );
  now = {element, root, path, handle};
  if (state.keys) handle.view.dispatch(handle.view.state.tr.insertText(state.keys));
  state.keys = null;
  giveRoom(true);
}

/** The text has changed elsewhere, or could not be written; later changes count more. */
export function updateRich({root, path, json, taken}) {
  if (now?.root === root && now.path === path && taken >= sent) now.handle.update(json);
}

/** End; what stands there stays until Python has drawn it. */
export function endRich() {
  if (!now) return;
  const {element, root, handle} = now;
  now = null;
  const copy = /** @type {HTMLElement} */ (element.cloneNode(true));
  for (const each of copy.querySelectorAll('.ProseMirror-trailingBreak, .ProseMirror-separator')) each.remove();
  handle.close(copy.innerHTML);
  if (held.element === element) held.element = null;
  giveRoom(false);
  ask('ended', {root});
}

/** The window has other colours. */
export const lookRich = () => now?.handle.look(colours());
