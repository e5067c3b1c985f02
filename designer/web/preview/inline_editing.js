// @ts-check
// Edits a one-line text in place. The site's own element becomes contenteditable for that time; Python
// receives the text after every key and writes the document.

import {caretIn, displayedTextIn, setCaret, snapshot, textIn, writeText} from './editable_text.js';
import {isVisible, markedAround, markOf, richAround, textAround} from './marks.js';
import {held} from './morph.js';
import {placeSoon, setQuiet} from './overlay.js';
import {reveal} from './reveal.js';
import {sanitize} from './sanitize.js';
import {scrollElementIntoView} from './scroll_into_view.js';
import {notify, reportAfterFrame, reportNow, requestRichText, runCommand, state} from './state.js';

const TYPING = 'data-fp-typing';

// Preserves typed spaces; otherwise the browser would insert no-break spaces.
const STYLE = `[${TYPING}] {white-space-collapse: preserve !important; user-select: text !important;
  cursor: text !important; outline: none !important;
  pointer-events: auto !important; min-width: 1ch;
  overflow-wrap: inherit !important; line-break: inherit !important}
  [${TYPING}] > [contenteditable=false] {white-space-collapse: collapse !important}`;

/**
 * @type {{element: HTMLElement, marked: HTMLElement, root: string, path: string, isHtml: boolean,
 *   before: string, spelled: string | null, restore: () => boolean} | null}
 */
let now = null;
let sent = 0;            // number of texts sent to Python

/** Whether a one-line text of the page is being edited. */
export const isTyping = () => now !== null;
/** Whether the text of this marked element is being edited. */
export const isTypingIn = element => now !== null && now.marked === element;

/** Makes the text around an element editable. @returns {boolean} whether there is such a text */
export function beginTyping(element) {
  const text = textAround(element);
  if (!text) return false;
  if (now?.element === text.element) return true;
  endTyping();
  const root = markOf(text.element)?.root ?? '';
  const {element: typed, isHtml} = text;
  // Line ends and indentation of the source are not part of the text. Keys may come before Python's answer.
  if (isHtml) writeText(typed, withEdgeSpaces(typed, textIn(typed, true), displayedTextIn(typed, true)), true);
  now = {...text, root, before: textIn(typed, isHtml), spelled: typed.getAttribute('spellcheck'), restore: () => false};
  held.element = now.element;
  held.follow = applyRendered;
  now.element.setAttribute(TYPING, '');
  now.element.setAttribute('contenteditable', 'plaintext-only');
  now.element.setAttribute('spellcheck', 'true');
  for (const each of embeddedIn(now)) each.setAttribute('contenteditable', 'false');
  notify('typing-began', {root, path: now.path, shown: now.before});
  return true;
}

/** The elements embedded in a text of HTML. They stay and are edited on their own. */
const embeddedIn = ({element, isHtml}) => (isHtml ? element.querySelectorAll(':scope > :not(br)') : []);

/** Sets the text of the document, which can have more spaces than the page displays. */
export function setEditedText({root, path, text}) {
  if (!now || now.root !== root || now.path !== path) return;
  if (text === null) return endTyping();   // not a one-line text
  const {element, isHtml, before} = now;
  const isUntouched = textIn(element, isHtml) === before;   // otherwise keys came before this message
  now.before = isHtml ? withEdgeSpaces(element, before, text) : text;
  if (isUntouched) setText(now.before);
}

/** The text with the spaces at its ends that an inline element displays. */
function withEdgeSpaces(element, before, text) {
  if (getComputedStyle(element).display !== 'inline') return text;
  return (/^\s/.test(before) ? ' ' : '') + text + (/\s$/.test(before) ? ' ' : '');
}

/** Ends the editing of a one-line text; its element is no longer editable. */
export function endTyping() {
  if (!now) return;
  const {element, root, spelled} = now;
  for (const each of embeddedIn(now)) each.removeAttribute('contenteditable');
  now = null;
  held.element = null;
  for (const name of [TYPING, 'contenteditable']) element.removeAttribute(name);
  if (spelled === null) element.removeAttribute('spellcheck');
  else element.setAttribute('spellcheck', spelled);
  if (document.activeElement === element) element.blur();
  setQuiet(false);
  notify('typing-ended', {root});
  placeSoon();
}

/** Sends the text to Python. `sent` grows at once, so earlier acknowledgements are outdated. */
function report() {
  if (!now) return;
  const {root, path, element, isHtml} = now;
  const count = ++sent;
  const text = textIn(element, isHtml);
  reportAfterFrame(() => state.bridge?.typed(root, path, text, count));
}

/** Takes over a fresh rendering. Its text is ignored while later keys are on their way to Python. */
function applyRendered(fresh) {
  for (const name of ['class', 'style']) {   // the style may change during editing
    const value = fresh.getAttribute(name);
    if (value === null) now?.element.removeAttribute(name);
    else if (now?.element.getAttribute(name) !== value) now?.element.setAttribute(name, value);
  }
  if (acknowledged < sent || !now) return;
  const text = displayedTextIn(fresh, now.isHtml);
  if (plain(text) !== plain(textIn(now.element, now.isHtml))) setText(text);
}

const plain = text => text.replace(/[ \t\n]+/g, ' ').trim();

let acknowledged = 0;    // number of texts that Python has written

/** Notes how many of the sent texts Python has written. */
export function noteAcknowledged(count) {
  acknowledged = Math.max(acknowledged, count);
}

/** Replaces the text. The caret keeps its position in the unchanged part. */
function setText(text) {
  if (!now) return;
  const {element, isHtml} = now;
  const old = textIn(element, isHtml);
  if (text === old) return;
  const caret = caretIn(element, isHtml);
  let same = 0;
  while (same < Math.min(old.length, text.length) && old[same] === text[same]) same++;
  let tail = 0;
  while (tail < Math.min(old.length, text.length) - same && old.at(-1 - tail) === text.at(-1 - tail)) tail++;
  writeText(element, text, isHtml);
  if (caret === null) return;
  const inside = caret <= old.length - tail;   // then the change is before the caret
  setCaret(element, caret < same ? caret : inside ? text.length - tail : caret + text.length - old.length, isHtml);
}

/** Starts editing a text with the caret at its end or at its start. */
export function enterText(element, end = true) {
  if (!beginTyping(element) || !now) return false;
  now.element.focus({preventScroll: true});
  setCaret(now.element, end ? textIn(now.element, now.isHtml).length : 0, now.isHtml);
  return true;
}

/** Starts editing the next or the previous text of the page, one-line or rich. */
export function enterNext(here, step) {
  const all = [...document.querySelectorAll('[data-fp-path]')].filter(each => {
    const text = textAround(each)?.marked ?? richAround(each)?.element;
    return text === each && isVisible(each);
  });
  const next = all[all.indexOf(here) + step];
  if (!next) return;
  endTyping();
  selectElement(next);
  scrollElementIntoView(next, markOf(next)?.root);
  if (!enterText(next)) requestRichText(markOf(next), {path: richAround(next)?.path, end: true});
}

/** Selects an element at once, so that following keys start from it, and tells Python. */
export function selectElement(element, how = '') {
  const mark = markOf(element);
  if (!mark) return;
  state.picks += 1;
  if (!how) {
    state.selectedElement = markedAround(element);
    state.selected = mark;
    reveal(mark);
    placeSoon();
  }
  reportNow();
  state.bridge?.picked(mark.root, mark.path, mark.slot, how);
}

function onKeyDown(event) {
  if (!now || event.isComposing || event.keyCode === 229) return;
  const control = event.ctrlKey || event.metaKey;
  if (event.key === 'Enter') endTyping();
  else if (event.key === 'Escape') {
    if (textIn(now.element, now.isHtml) !== now.before) {
      writeText(now.element, now.before, now.isHtml);
      report();
    }
    endTyping();
  } else if (event.key === 'Tab') enterNext(now.marked, event.shiftKey ? -1 : 1);
  else if (control && event.key.toLowerCase() === 'z') runCommand(event.shiftKey ? 'edit.redo' : 'edit.undo');
  else if (control && event.key.toLowerCase() === 'y') runCommand('edit.redo');
  else {
    event.stopPropagation();   // other keys edit the text
    return;
  }
  event.preventDefault();
  event.stopPropagation();
}

/** Reduces pasted and dropped content to plain text on one line. */
function onBeforeInput(event) {
  if (!now) return;
  now.restore = snapshot(now.element, now.isHtml);
  if (event.inputType === 'insertLineBreak' || event.inputType === 'insertParagraph') return event.preventDefault();
  if (/^history/.test(event.inputType)) {
    event.preventDefault();
    return runCommand(event.inputType === 'historyUndo' ? 'edit.undo' : 'edit.redo');
  }
  const text = event.dataTransfer?.getData('text/plain') ?? event.data ?? '';
  if (!/[\r\n\u2028\u2029]/.test(text)) return;
  event.preventDefault();
  document.execCommand('insertText', false, text.replace(/\s*[\r\n\u2028\u2029]+\s*/g, ' ').trim());
}

/** Pastes the text of the HTML when the clipboard has no plain text. */
function onPaste(event) {
  const data = event.clipboardData;
  if (!data || data.getData('text/plain')) return;
  event.preventDefault();
  const html = sanitize(data.getData('text/html'));
  const text = (html.textContent ?? '').replace(/\s+/g, ' ').trim();
  if (text) document.execCommand('insertText', false, text);
  else if (html.querySelector('img') || [...data.files].some(({type}) => type.startsWith('image/'))) notify('image-in-text');
}

/** Listens for input in the one-line text that is being edited, and styles it. */
export function listenForTyping() {
  const sheet = new CSSStyleSheet();
  sheet.replaceSync(STYLE);
  document.adoptedStyleSheets = [...document.adoptedStyleSheets, sheet];
  const inside = event => now?.element.contains(event.target);
  document.addEventListener('keydown', event => { if (inside(event)) onKeyDown(event); }, true);
  document.addEventListener('beforeinput', event => { if (inside(event)) onBeforeInput(event); }, true);
  document.addEventListener('paste', event => { if (inside(event)) onPaste(event); }, true);
  document.addEventListener('input', event => {
    if (!inside(event) || !now) return;
    if (now.restore()) return notify('embedded-kept');
    setQuiet(true);
    if (!(/** @type {InputEvent} */ (event).isComposing)) report();
  }, true);
  document.addEventListener('compositionend', event => { if (inside(event)) report(); }, true);
  document.addEventListener('focusout', event => {
    if (now && event.target === now.element && document.hasFocus()) endTyping();
  }, true);
}
