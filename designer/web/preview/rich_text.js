// @ts-check
// Connects the page with the rich text editor, a separate bundle. Python loads that bundle when a
// rich text is opened for the first time.

import {endTyping, enterNext} from './inline_editing.js';
import {elementOf} from './marks.js';
import {held} from './morph.js';
import {currentLook, setToolsReplaced} from './overlay.js';
import {sanitize} from './sanitize.js';
import {notify, runCommand, state} from './state.js';

/** @type {{element: HTMLElement, root: string, path: string, handle: any} | null} */ let now = null;
let sent = 0;            // number of documents sent to Python

/** Whether an element belongs to the rich text that is being edited. */
export const isInRichText = element => Boolean(now?.element.contains(element));
/** Whether a rich text of the page is being edited. */
export const isEditingRichText = () => now !== null;

/** Opens the editor with the document that Python has read. */
export function openRichText({root, path, json, options, at}) {
  const element = elementOf({root, path, slot: ''});
  if (!element || now?.element === element) {
    state.pendingKeys = null;
    return;
  }
  endTyping();
  closeRichText();
  held.element = element;
  held.follow = () => {};   // changes come by `updateRichText` instead
  const handle = /** @type {any} */ (globalThis).frontispieceRichText.open(
    element, json, {...options, look: currentLook(), parse: sanitize, at: at ?? undefined},
    {
      changed: doc => state.bridge?.edited(root, path, JSON.stringify(doc), ++sent),
      left: how => {
        closeRichText();
        if (how === 'next' || how === 'previous') enterNext(element, how === 'next' ? 1 : -1);
      },
      undo: () => runCommand('edit.undo'),
      redo: () => runCommand('edit.redo'),
      picture: () => notify('image-in-text'),
    },
  );
  now = {element, root, path, handle};
  const keys = state.pendingKeys ?? [];
  state.pendingKeys = null;
  for (const event of keys) {   // a Tab among them opens the next rich text: the rest waits for it
    if (state.pendingKeys) state.pendingKeys.push(event);
    else handle.press(event);
  }
  setToolsReplaced(true);
}

/** Replaces the document, unless a later one is on its way to Python. */
export function updateRichText({root, path, json, taken}) {
  if (now?.root === root && now.path === path && taken >= sent) now.handle.update(json);
}

/** Closes the editor. The element keeps what it shows until Python renders it. */
export function closeRichText() {
  if (!now) return;
  const {element, root, handle} = now;
  now = null;
  const copy = /** @type {HTMLElement} */ (element.cloneNode(true));
  for (const each of copy.querySelectorAll('.ProseMirror-trailingBreak, .ProseMirror-separator')) each.remove();
  handle.close(copy.innerHTML);
  if (held.element === element) held.element = null;
  setToolsReplaced(false);
  notify('typing-ended', {root});
}

/** Passes the present look of the overlay to the editor. */
export const setRichTextLook = () => now?.handle.look(currentLook());
