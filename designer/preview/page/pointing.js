// @ts-check
// Choosing with the mouse and with keys what is edited.

import {visit} from './browse.js';
import {beginDrag, endDrag, followDrag, isDragging} from './dragging.js';
import {setFar} from './far.js';
import {blockRoots, contentOf, elementOf, isBlock, markOf, markedAround, pictureOf, richAround, textAround} from './marks.js';
import {hover, hush, isAside, openOverlay, place, target} from './overlay.js';
import {ask, roots, state} from './state.js';
import {beginTyping, endTyping, enterText, isTyping, pickElement} from './typing.js';

const MARGIN = 60;   // pixels of a selected element that have to be in view

/** Python says what is selected. */
export function select({mark, blocks, reveal}) {
  state.selected = mark;
  state.chosen = blocks;
  const element = elementOf(mark);
  if (reveal && element && !isTyping()) {
    setFar(roots.get(mark.root), false, 0);
    const {top, bottom, left} = element.getBoundingClientRect();
    if (bottom < MARGIN || top > innerHeight - MARGIN) {
      scrollTo({top: scrollY + top - Math.max(40, (innerHeight - (bottom - top)) / 2), behavior: 'instant'});
    }
    if (isAside(element)) ask('across', {to: Math.round(left)});
  }
  place();
}

export function browse(on) {
  endTyping();
  state.browsing = on;
  hover(null);
  document.documentElement.toggleAttribute('data-fp-browsing', on);
  place();
}

// ---- the mouse

function press(event) {
  if (state.browsing || event.button !== 0 || event.target.closest?.('frontispiece-outlines')) return;
  hush(false);
  if (event.ctrlKey || event.metaKey || event.shiftKey) return event.preventDefault();
  if (textAround(event.target)) beginTyping(event.target);   // the browser puts the caret where the mouse is
  else if (!richAround(event.target)?.element.isContentEditable) {
    endTyping();
    event.preventDefault();
  }
}

function click(event) {
  if (event.target.closest?.('frontispiece-outlines')) return;
  event.preventDefault();
  if (state.browsing) return visit(event.target);
  const how = event.shiftKey ? 'range' : event.ctrlKey || event.metaKey ? 'toggle' : '';
  const rich = richAround(event.target);
  pickElement(rich?.element ?? event.target, how);
  if (rich && !how) ask('rich', {...markOf(rich.element), path: rich.path, x: event.clientX, y: event.clientY});
}

// ---- keys, while nobody types

/** The marked elements of a root which are seen, in their order. */
const partsOf = root => [...(roots.get(root)?.querySelectorAll('[data-fp-path]') ?? [])]
  .filter(each => /** @type {HTMLElement} */ (each).checkVisibility());

function toNeighbour(step) {
  const mark = state.selected;
  if (!mark) return false;
  if (!mark.path && !mark.slot) {
    const all = ['header', ...blockRoots(), ...[...roots.keys()].filter(each => each.startsWith('footer'))].filter(each => roots.has(each));
    const next = all[all.indexOf(mark.root) + step];
    if (next) pickElement(roots.get(next));
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
  const whole = !state.selected.path && !state.selected.slot;
  const first = whole || !contentOf(element)
    ? partsOf(state.selected.root).find(each => element.contains(each) && (textAround(each) || contentOf(each)?.kind === 'rich'))
    : element;
  if (!first) return;
  if (first !== element) pickElement(first);
  const rich = richAround(first);
  if (rich) ask('rich', {...markOf(rich.element), path: rich.path, end: true});
  else if (!enterText(first)) ask('enter', markOf(first) ?? {});
}

const ARROWS = {ArrowUp: -1, ArrowLeft: -1, ArrowDown: 1, ArrowRight: 1};

function key(event) {
  if (isDragging()) {
    if (event.key === 'Escape') endDrag(false);
    return event.preventDefault();
  }
  if (state.browsing || isTyping() || event.target.isContentEditable) return;
  const control = event.ctrlKey || event.metaKey;
  if (event.key === 'Tab') ask('leave', {step: event.shiftKey ? -1 : 1});
  else if (control || event.altKey || !state.selected) return;
  else if (event.key === 'Escape') toParent();
  else if (event.key === 'Enter') enter();
  else if (event.key in ARROWS && event.shiftKey) ask('extend', {step: ARROWS[event.key]});
  else if (event.key in ARROWS) toNeighbour(ARROWS[event.key]);
  else if (event.key === 'Delete' || event.key === 'Backspace') use('delete');
  else {
    if (event.key.length === 1 && event.key !== ' ') enterText(elementOf(state.selected));   // the key goes there
    return;
  }
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
    if (!state.browsing && !isDragging()) hover(elementOf(markOf(event.target)));
  }, true);
  document.addEventListener('mousemove', () => hush(false), {capture: true, passive: true});
  document.addEventListener('mouseleave', () => hover(null));
  addEventListener('pointermove', followDrag, true);
  addEventListener('pointerup', () => endDrag(true), true);
  addEventListener('pointercancel', () => endDrag(false), true);
  document.addEventListener('keydown', key);
}
