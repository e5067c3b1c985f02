// @ts-check
// Typing the words of a field right in the page. The element is the site's own, made editable for
// as long as somebody types in it; Python hears of every key and writes the document.

import {bring} from './bring.js';
import {isSeen, markOf, markedAround, richAround, textAround} from './marks.js';
import {parse} from './harmless.js';
import {held} from './morph.js';
import {hush, placeSoon} from './overlay.js';
import {reveal} from './reveal.js';
import {ask, askForRich, state, tellLater, tellNow} from './state.js';
import {caretIn, setCaret, shownIn, snapshot, wordsIn, writeWords} from './words.js';

const TYPING = 'data-fp-typing';

// Spaces are shown as they are, and the browser writes no no-break spaces of its own for them.
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
  const {element: typed, isHtml} = text;
  now = {...text, root, before: wordsIn(typed, isHtml), spelled: typed.getAttribute('spellcheck'), restore: () => false};
  held.element = now.element;
  held.follow = follow;
  now.element.setAttribute(TYPING, '');
  now.element.setAttribute('contenteditable', 'plaintext-only');
  now.element.setAttribute('spellcheck', 'true');
  for (const each of among(now)) each.setAttribute('contenteditable', 'false');
  ask('began', {root, path: now.path, shown: now.before});
  return true;
}

/** The elements among the words of HTML: they stay, and have texts of their own. */
const among = ({element, isHtml}) => (isHtml ? element.querySelectorAll(':scope > :not(br)') : []);

/** Python says what the document holds here: it can have more spaces than the page shows. */
export function setTyped({root, path, text}) {
  if (!now || now.root !== root || now.path !== path) return;
  if (text === null) return endTyping();   // no text of one line: nothing to type
  const {element, isHtml, before} = now;
  const untouched = wordsIn(element, isHtml) === before;   // else keys came before this answer
  now.before = isHtml ? asLong(element, before, text) : text;
  if (untouched) setText(now.before);
}

/** Words with the spaces at their ends that are seen beside other words. */
function asLong(element, before, text) {
  if (getComputedStyle(element).display !== 'inline') return text;
  return (/^\s/.test(before) ? ' ' : '') + text + (/\s$/.test(before) ? ' ' : '');
}

export function endTyping() {
  if (!now) return;
  const {element, root, spelled} = now;
  for (const each of among(now)) each.removeAttribute('contenteditable');
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

/** Python hears of the words; `sent` counts at once, so that what it knows till then is old. */
function tell() {
  if (!now) return;
  const {root, path, element, isHtml} = now;
  const count = ++sent;
  const words = wordsIn(element, isHtml);
  tellLater(() => state.bridge?.typed(root, path, words, count));
}

/** What to do with the words that the document has now. Later keys on their way count more. */
function follow(fresh) {
  for (const name of ['class', 'style']) {   // how it looks may change while somebody types in it
    const value = fresh.getAttribute(name);
    if (value === null) now?.element.removeAttribute(name);
    else if (now?.element.getAttribute(name) !== value) now?.element.setAttribute(name, value);
  }
  if (taken < sent || !now) return;
  const text = shownIn(fresh, now.isHtml);
  if (plain(text) !== plain(wordsIn(now.element, now.isHtml))) setText(text);
}

const plain = text => text.replace(/[ \t\n]+/g, ' ').trim();

let taken = 0;
/** Python has taken so many texts. */
export function noteTaken(count) {
  taken = Math.max(taken, count);
}

/** Give the element other words; the caret stays where they are the same. */
function setText(text) {
  if (!now) return;
  const {element, isHtml} = now;
  const old = wordsIn(element, isHtml);
  if (text === old) return;
  const caret = caretIn(element, isHtml);
  let same = 0;
  while (same < Math.min(old.length, text.length) && old[same] === text[same]) same++;
  let tail = 0;
  while (tail < Math.min(old.length, text.length) - same && old.at(-1 - tail) === text.at(-1 - tail)) tail++;
  writeWords(element, text, isHtml);
  if (caret === null) return;
  const inside = caret <= old.length - tail;   // then what is new stands before the caret
  setCaret(element, caret < same ? caret : inside ? text.length - tail : caret + text.length - old.length, isHtml);
}

/** Type at the end of the text that is selected, or at its beginning. */
export function enterText(element, end = true) {
  if (!beginTyping(element) || !now) return false;
  now.element.focus({preventScroll: true});
  setCaret(now.element, end ? wordsIn(now.element, now.isHtml).length : 0, now.isHtml);
  return true;
}

/** Go to the next text of the page, or the one before, whatever its kind. */
export function enterNext(here, step) {
  const all = [...document.querySelectorAll('[data-fp-path]')].filter(each => {
    const text = textAround(each)?.marked ?? richAround(each)?.element;
    return text === each && isSeen(each);
  });
  const next = all[all.indexOf(here) + step];
  if (!next) return;
  endTyping();
  pickElement(next);
  bring(next, markOf(next)?.root);
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
    reveal(mark);
    placeSoon();
  }
  tellNow();
  state.bridge?.picked(mark.root, mark.path, mark.slot, how);
}

function keys(event) {
  if (!now || event.isComposing || event.keyCode === 229) return;
  const control = event.ctrlKey || event.metaKey;
  if (event.key === 'Enter') endTyping();
  else if (event.key === 'Escape') {
    if (wordsIn(now.element, now.isHtml) !== now.before) {
      writeWords(now.element, now.before, now.isHtml);
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
  now.restore = snapshot(now.element, now.isHtml);
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
  if (!data || data.getData('text/plain')) return;
  event.preventDefault();
  const html = parse(data.getData('text/html'));
  const words = (html.textContent ?? '').replace(/\s+/g, ' ').trim();
  if (words) document.execCommand('insertText', false, words);
  else if (html.querySelector('img') || [...data.files].some(({type}) => type.startsWith('image/'))) ask('picture-in-text');
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
    if (!inside(event) || !now) return;
    if (now.restore()) return ask('stays');
    hush(true);
    if (!(/** @type {InputEvent} */ (event).isComposing)) tell();
  }, true);
  document.addEventListener('compositionend', event => { if (inside(event)) tell(); }, true);
  document.addEventListener('focusout', event => {
    if (now && event.target === now.element && document.hasFocus()) endTyping();
  }, true);
}
