// @ts-check
// Typing the words of a field right in the page. The element is the site's own, made editable for
// as long as somebody types in it; Python hears of every key and writes the document.

import {markOf, markedAround, richAround, textAround} from './marks.js';
import {parse} from './harmless.js';
import {held} from './morph.js';
import {hush, placeSoon} from './overlay.js';
import {ask, askForRich, state} from './state.js';

const TYPING = 'data-fp-typing';

// Spaces are shown as they are, and the browser writes no no-break spaces of its own for them.
const STYLE = `[${TYPING}] {white-space: pre-wrap !important; user-select: text !important;
  cursor: text !important; outline: none !important;
  pointer-events: auto !important; min-width: 1ch;
  overflow-wrap: inherit !important; line-break: inherit !important}`;

/** @type {{element: HTMLElement, marked: HTMLElement, root: string, path: string, before: string, spelled: string | null} | null} */
let now = null;
let sent = 0;            // how many texts Python was told; it says how many it has taken

export const isTyping = () => now !== null;
export const typesIn = element => now !== null && now.marked === element;

/** Make the text around an element editable. @returns {boolean} whether it is one */
export function beginTyping(element) {
  const text = textAround(element);
  if (!text) return false;
  if (now?.element === text.element) return true;
  endTyping();
  const root = markOf(text.element)?.root ?? '';
  now = {...text, root, before: text.element.textContent ?? '', spelled: text.element.getAttribute('spellcheck')};
  held.element = now.element;
  held.follow = follow;
  now.element.setAttribute(TYPING, '');
  now.element.setAttribute('contenteditable', 'plaintext-only');
  now.element.setAttribute('spellcheck', 'true');
  ask('began', {root, path: now.path, shown: now.before});
  return true;
}

/** Python says what the document holds here: it can have more spaces than the page shows. */
export function setTyped({root, path, text}) {
  if (!now || now.root !== root || now.path !== path) return;
  if (text === null) return endTyping();   // no text of one line: nothing to type
  const untouched = now.element.textContent === now.before;   // else keys came before this answer
  now.before = text;
  if (untouched) setText(text);
}

export function endTyping() {
  if (!now) return;
  const {element, root, spelled} = now;
  now = null;
  held.element = null;
  for (const name of [TYPING, 'contenteditable']) element.removeAttribute(name);
  if (spelled === null) element.removeAttribute('spellcheck');
  else element.setAttribute('spellcheck', spelled);
  if (document.activeElement === element) element.blur();
  hush(false);
  ask('ended', {root});
  placeSoon();
}

function tell() {
  if (!now) return;
  state.bridge?.typed(now.root, now.path, now.element.textContent ?? '', ++sent);
}

/** What to do with the words that the document has now. Later keys on their way count more. */
function follow(fresh) {
  for (const name of ['class', 'style']) {   // how it looks may change while somebody types in it
    const value = fresh.getAttribute(name);
    if (value === null) now?.element.removeAttribute(name);
    else if (now?.element.getAttribute(name) !== value) now?.element.setAttribute(name, value);
  }
  if (taken < sent) return;
  const text = fresh.textContent ?? '';
  if (plain(text) !== plain(now?.element.textContent ?? '')) setText(text);
}

const plain = text => text.replace(/[ \t\n]+/g, ' ').trim();

let taken = 0;
/** Python has taken so many texts. */
export function noteTaken(count) {
  taken = Math.max(taken, count);
}

/** Give the element other words; the caret stays where they are the same. */
function setText(text) {
  const element = now?.element;
  const old = element?.textContent ?? '';
  if (!element || text === old) return;
  const caret = caretIn(element);
  let same = 0;
  while (same < Math.min(old.length, text.length) && old[same] === text[same]) same++;
  let tail = 0;
  while (tail < Math.min(old.length, text.length) - same && old.at(-1 - tail) === text.at(-1 - tail)) tail++;
  write(element, text);
  if (caret === null) return;
  const inside = caret <= old.length - tail;   // then what is new stands before the caret
  setCaret(element, caret < same ? caret : inside ? text.length - tail : caret + text.length - old.length);
}

const wordsIn = element => [...element.childNodes].filter(node => node.nodeType === Node.TEXT_NODE);

/** Put words into an element; an icon beside them stays. */
function write(element, text) {
  const nodes = wordsIn(element);
  const main = nodes.find(node => node.nodeValue?.trim()) ?? nodes[0];
  if (!main) return void element.prepend(text);
  for (const node of nodes) if (node !== main) node.remove();
  main.nodeValue = text;
}

function caretIn(element) {
  const selection = getSelection();
  if (!selection?.focusNode || !element.contains(selection.focusNode)) return null;
  const range = document.createRange();
  range.setStart(element, 0);
  range.setEnd(selection.focusNode, selection.focusOffset);
  return range.toString().length;
}

function setCaret(element, offset) {
  const [node] = wordsIn(element);
  const selection = getSelection();
  if (node) selection?.collapse(node, Math.min(offset, node.nodeValue?.length ?? 0));
  else selection?.collapse(element, 0);
}

/** Type at the end of the text that is selected, or at its beginning. */
export function enterText(element, end = true) {
  if (!beginTyping(element) || !now) return false;
  now.element.focus({preventScroll: true});
  setCaret(now.element, end ? (now.element.textContent ?? '').length : 0);
  return true;
}

/** Go to the next text of the page, or the one before, whatever its kind. */
export function enterNext(here, step) {
  const all = [...document.querySelectorAll('[data-fp-path]')].filter(each => {
    const text = textAround(each)?.marked ?? richAround(each)?.element;
    return text === each && /** @type {HTMLElement} */ (each).checkVisibility();
  });
  const next = all[all.indexOf(here) + step];
  if (!next) return;
  endTyping();
  pickElement(next);
  if (!enterText(next)) askForRich(markOf(next), {path: richAround(next)?.path, end: true});
}

/** Choose an element; keys that follow at once start from it. */
export function pickElement(element, how = '') {
  const mark = markOf(element);
  if (!mark) return;
  state.expected = how ? null : mark;
  if (!how) {
    state.picked = markedAround(element);
    state.selected = mark;
    placeSoon();
  }
  state.bridge?.picked(mark.root, mark.path, mark.slot, how);
}

function keys(event) {
  if (!now || event.isComposing || event.keyCode === 229) return;
  const control = event.ctrlKey || event.metaKey;
  if (event.key === 'Enter') endTyping();
  else if (event.key === 'Escape') {
    if (now.element.textContent !== now.before) {
      write(now.element, now.before);
      tell();
    }
    endTyping();
  } else if (event.key === 'Tab') enterNext(now.marked, event.shiftKey ? -1 : 1);
  else if (control && event.key.toLowerCase() === 'z') ask(event.shiftKey ? 'redo' : 'undo');
  else if (control && event.key.toLowerCase() === 'y') ask('redo');
  else {
    event.stopPropagation();   // all else belongs to the text
    return;
  }
  event.preventDefault();
  event.stopPropagation();
}

/** Plain words only, on one line, whatever is pasted or dropped. */
function beforeInput(event) {
  if (!now) return;
  if (event.inputType === 'insertLineBreak' || event.inputType === 'insertParagraph') return event.preventDefault();
  if (/^history/.test(event.inputType)) {
    event.preventDefault();
    return ask(event.inputType === 'historyUndo' ? 'undo' : 'redo');
  }
  const text = event.dataTransfer?.getData('text/plain') ?? event.data ?? '';
  if (!/[\r\n\u2028\u2029]/.test(text)) return;
  event.preventDefault();
  document.execCommand('insertText', false, text.replace(/\s*[\r\n\u2028\u2029]+\s*/g, ' ').trim());
}

/** What is pasted has no words of its own in some programs: then those of its HTML are meant. */
function paste(event) {
  const data = event.clipboardData;
  if (!data || data.getData('text/plain') || !data.getData('text/html')) return;
  event.preventDefault();
  const words = parse(data.getData('text/html')).textContent ?? '';
  document.execCommand('insertText', false, words.replace(/\s+/g, ' ').trim());
}

export function listenToTyping() {
  const sheet = new CSSStyleSheet();
  sheet.replaceSync(STYLE);
  document.adoptedStyleSheets = [...document.adoptedStyleSheets, sheet];
  const inside = event => now?.element.contains(event.target);
  document.addEventListener('keydown', event => { if (inside(event)) keys(event); }, true);
  document.addEventListener('beforeinput', event => { if (inside(event)) beforeInput(event); }, true);
  document.addEventListener('paste', event => { if (inside(event)) paste(event); }, true);
  document.addEventListener('input', event => {
    if (!inside(event)) return;
    hush(true);
    if (!(/** @type {InputEvent} */ (event).isComposing)) tell();
  }, true);
  document.addEventListener('compositionend', event => { if (inside(event)) tell(); }, true);
  document.addEventListener('focusout', event => {
    if (now && event.target === now.element && document.hasFocus()) endTyping();
  }, true);
}
