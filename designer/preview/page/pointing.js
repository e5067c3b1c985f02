// @ts-check
// Choosing with the mouse and with keys what is edited.

import {visit} from './browse.js';
import {bring} from './bring.js';
import {beginDrag, endDrag, followDrag, isDragging} from './dragging.js';
import {blocksInOrder, contentOf, elementOf, isSeen, isShown, markOf, markedAround, pictureOf, richAround, textAround} from './marks.js';
import {hover, hush, openOverlay, place, target} from './overlay.js';
import {reveal} from './reveal.js';
import {endRich, isInRich, isRich} from './rich.js';
import {ask, askForRich, roots, state} from './state.js';
import {beginTyping, endTyping, enterText, isTyping, pickElement, typesIn} from './typing.js';

/** Python says what is selected; `own` is what was chosen in the page. */
export function select({mark, blocks, own}) {
  const later = own && state.expected && elementOf(mark) !== elementOf(state.expected);
  if (later) return;   // something else was chosen here since then: that is on its way
  state.expected = null;
  state.selected = mark;
  state.chosen = blocks;
  reveal(mark);
  const element = elementOf(mark);
  if (!own && !typesIn(element)) endTyping();
  if (!own && !isInRich(element)) endRich();
  if (element && !isTyping() && !isRich()) bring(element, mark.root);
  place();
}

export function browse(on) {
  endTyping();
  endRich();
  state.browsing = on;
  hover(null);
  document.documentElement.toggleAttribute('data-fp-browsing', on);
  reveal(state.selected);
  place();
}

// ---- the mouse

/** Whether an event is about the page, and not about what is drawn above it. */
const isOfPage = ({target}) => target === document.documentElement || document.body.contains(target);

/**
 * What one means by pointing there. On phones the header of some sites lies over the whole screen,
 * with nothing in it: then that is meant which is seen through it.
 */
function meant({target, clientX, clientY}) {
  const header = target.closest?.('[data-fp-root="header"]');
  const shows = target.closest?.('a, img, svg, [data-fp-path], [data-fp-act]');
  if (!header || shows || target.getBoundingClientRect().height < innerHeight / 2) return target;
  return document.elementsFromPoint(clientX, clientY).find(each => each.closest('[data-fp-root^="block:"]')) ?? target;
}

function press(event) {
  if (state.browsing || event.button !== 0 || !isOfPage(event) || isInRich(event.target)) return;
  hush(false);
  const alone = !event.ctrlKey && !event.metaKey && !event.shiftKey;
  if (alone && textAround(event.target)) {
    endRich();
    beginTyping(event.target);   // the browser puts the caret there
  } else {
    endTyping();
    endRich();
    event.preventDefault();
  }
}

function click(event) {
  if (!isOfPage(event)) return;
  event.preventDefault();
  if (state.browsing) return visit(event.target);
  if (isInRich(event.target)) return;
  const how = event.shiftKey ? 'range' : event.ctrlKey || event.metaKey ? 'toggle' : '';
  const target = meant(event);
  const rich = richAround(target);
  pickElement(rich?.element ?? target, how);
  if (target !== event.target && !how) enterText(markedAround(target));
  if (rich && !how) askForRich(markOf(rich.element), {path: rich.path, x: event.clientX, y: event.clientY});
}

// ---- keys, while nobody types

/** The marked elements of a root which are seen, in their order. */
const partsOf = root => [...(roots.get(root)?.querySelectorAll('[data-fp-path]') ?? [])]
  .filter(isSeen);

function toNeighbour(step) {
  const mark = state.selected;
  if (!mark) return false;
  if (!mark.path && !mark.slot) {
    const feet = [...roots].filter(([root]) => root.startsWith('footer')).map(([, element]) => element);
    const all = [roots.get('header'), ...blocksInOrder(), ...feet].filter(Boolean);
    const next = all[all.indexOf(roots.get(mark.root)) + step];
    if (next) pickElement(next);
    return true;
  }
  const element = elementOf(mark);
  const parts = partsOf(mark.root);
  const at = element ? parts.indexOf(element) : -1;
  const next = at < 0 ? parts.find(each => element?.contains(each)) : parts[at + step];
  if (next) pickElement(next);
  return true;
}

function toParent() {
  const mark = state.selected;
  if (!mark) return;
  if (!mark.path && !mark.slot) return ask('none');
  pickElement(markedAround(elementOf(mark)?.parentElement));
}

function enter() {
  const element = elementOf(state.selected);
  if (!element || !state.selected) return;
  if (!isShown(state.selected)) return ask('enter', state.selected);
  const isText = each => textAround(each) || contentOf(each)?.kind === 'rich';
  const holdsTexts = !contentOf(element) || (contentOf(element)?.kind === 'html' && !isText(element));
  const first = holdsTexts
    ? partsOf(state.selected.root).find(each => element.contains(each) && isText(each))
    : element;
  if (!first) return;
  if (first !== element) pickElement(first);
  const rich = richAround(first);
  if (rich) askForRich(markOf(rich.element), {path: rich.path, end: true});
  else if (!enterText(first)) ask('enter', markOf(first) ?? {});
}

const ARROWS = {ArrowUp: -1, ArrowLeft: -1, ArrowDown: 1, ArrowRight: 1};

function key(event) {
  if (isDragging()) {
    if (event.key === 'Escape') endDrag(false);
    return event.preventDefault();
  }
  if (state.keys !== null && event.key.length === 1 && !event.ctrlKey && !event.altKey && !event.metaKey) {
    state.keys += event.key;
    return event.preventDefault();
  }
  if (state.browsing || event.defaultPrevented || isTyping() || event.target.isContentEditable) return;
  const control = event.ctrlKey || event.metaKey;
  if (event.key === 'Tab') ask('leave', {step: event.shiftKey ? -1 : 1});
  else if (control || event.altKey) return;
  else if (!state.selected) return begin(event);
  else if (event.key === 'Escape') toParent();
  else if (event.key === 'Enter') enter();
  else if (event.key in ARROWS && event.shiftKey) ask('extend', {step: ARROWS[event.key]});
  else if (event.key in ARROWS) toNeighbour(ARROWS[event.key]);
  else if (event.key === 'Delete' || event.key === 'Backspace') ask('remove');
  else {
    if (event.key.length === 1 && event.key !== ' ') enterText(elementOf(state.selected));   // the key goes there
    return;
  }
  event.preventDefault();
}

/** While nothing is selected, keys begin at the first block, or at the last one. */
function begin(event) {
  if (event.key !== 'Enter' && !(event.key in ARROWS)) return;
  const block = blocksInOrder().at(ARROWS[event.key] < 0 ? -1 : 0);
  if (!block) return;
  pickElement(block);
  bring(block, markOf(block)?.root);
  event.preventDefault();
}

/** One of the toolbar's buttons. */
function use(tool, event) {
  const picture = pictureOf(elementOf(state.selected));
  if (tool === 'picture' || tool === 'describe') {
    if (picture) ask(tool, {root: picture.root, path: picture.path});
    return;
  }
  const about = target();
  if (!about) return;
  endTyping();
  endRich();
  if (tool === 'drag') beginDrag(about, event);
  else ask(tool, {root: about.root, path: about.path});
}

export function listenToPointing() {
  openOverlay(use);
  document.addEventListener('mousedown', press, true);
  document.addEventListener('click', click, true);
  document.addEventListener('auxclick', event => event.preventDefault(), true);
  document.addEventListener('submit', event => event.preventDefault(), true);
  document.addEventListener('dragstart', event => { if (!isTyping()) event.preventDefault(); }, true);
  document.addEventListener('mouseover', event => {
    if (!state.browsing && !isDragging()) hover(markedAround(meant(event)));
  }, true);
  document.addEventListener('mousemove', () => hush(false), {capture: true, passive: true});
  document.addEventListener('mouseleave', () => hover(null));
  addEventListener('pointermove', followDrag, true);
  addEventListener('pointerup', () => endDrag(true), true);
  addEventListener('pointercancel', () => endDrag(false), true);
  document.addEventListener('keydown', key);
}
