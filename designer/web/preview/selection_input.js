// @ts-check
// Selection by mouse and by keyboard, and the tools of the overlay.

import {activate} from './browse_mode.js';
import {beginDrag, endDrag, isDragging, updateDrag} from './dragging.js';
import {beginTyping, endTyping, enterText, isTyping, isTypingIn, selectElement} from './inline_editing.js';
import {
  blocksInOrder, contentOf, elementOf, isShown, isVisible, markedAround, markOf, pictureOf, richAround,
  textAround,
} from './marks.js';
import {hover, MOVE_TO, openOverlay, place, setQuiet, toolTarget} from './overlay.js';
import {reveal} from './reveal.js';
import {closeRichText, isEditingRichText, isInRichText} from './rich_text.js';
import {scrollElementIntoView} from './scroll_into_view.js';
import {requestRichText, roots, runCommand, state} from './state.js';

const isSameMark = (one, other) =>
  one?.root === other?.root && one?.path === other?.path && one?.slot === other?.slot;

/** Shows the selection that Python sends; `picks` counts the selections of this page it has handled. */
export function select({mark, blocks, picks}) {
  if (picks < state.picks) return;   // a newer selection of this page is on its way to Python
  // It answers a selection that was made in this page, or repeats such an answer.
  const own = picks > state.answeredPicks || (state.isOwn && isSameMark(mark, state.selected));
  state.answeredPicks = picks;
  state.isOwn = own;
  state.selected = mark;
  state.selectedRoots = blocks;
  reveal(mark);
  const element = elementOf(mark);
  if (!own && !isTypingIn(element)) endTyping();
  if (!own && !isInRichText(element)) closeRichText();
  if (element && !isTyping() && !isEditingRichText()) scrollElementIntoView(element, mark.root);
  place();
}

/** Switches between browse mode and edit mode. */
export function setBrowsing(on) {
  endTyping();
  closeRichText();
  state.browsing = on;
  hover(null);
  document.documentElement.toggleAttribute('data-fp-browsing', on);
  reveal(state.selected);
  place();
}

// ---- the mouse

/** Whether an event belongs to the page, not to a layer above it. */
const isOfPage = ({target}) => target === document.documentElement || document.body.contains(target);

/**
 * The element that a click is for. On phones the header of some sites covers the whole screen and is
 * mostly transparent: then the click is for the block below it.
 */
function targetOf({target, clientX, clientY}) {
  const header = target.closest?.('[data-fp-root="header"]');
  const shows = target.closest?.('a, img, svg, [data-fp-path], [data-fp-act]');
  if (!header || shows || target.getBoundingClientRect().height < innerHeight / 2) return target;
  return document.elementsFromPoint(clientX, clientY).find(each => each.closest('[data-fp-root^="block:"]')) ?? target;
}

function onMouseDown(event) {
  if (state.browsing || event.button !== 0 || !isOfPage(event) || isInRichText(event.target)) return;
  setQuiet(false);
  const alone = !event.ctrlKey && !event.metaKey && !event.shiftKey;
  if (alone && textAround(event.target)) {
    closeRichText();
    beginTyping(event.target);   // the browser places the caret
  } else {
    endTyping();
    closeRichText();
    event.preventDefault();
  }
}

function onClick(event) {
  if (!isOfPage(event)) return;
  event.preventDefault();
  if (state.browsing) return activate(event.target);
  if (isInRichText(event.target)) return;
  const how = event.shiftKey ? 'range' : event.ctrlKey || event.metaKey ? 'toggle' : '';
  const target = targetOf(event);
  const rich = richAround(target);
  selectElement(rich?.element ?? target, how);
  if (target !== event.target && !how) enterText(markedAround(target));
  if (rich && !how) requestRichText(markOf(rich.element), {path: rich.path, x: event.clientX, y: event.clientY});
}

// ---- the keyboard, while nothing is edited

/** The visible marked elements of a root in document order. */
const partsOf = root => [...(roots.get(root)?.querySelectorAll('[data-fp-path]') ?? [])]
  .filter(isVisible);

/** Selects the next or previous block, or element within a block. */
function selectNeighbour(step) {
  const mark = state.selected;
  if (!mark) return false;
  if (!mark.path && !mark.slot) {
    const feet = [...roots].filter(([root]) => root.startsWith('footer')).map(([, element]) => element);
    const all = [roots.get('header'), ...blocksInOrder(), ...feet].filter(Boolean);
    const next = all[all.indexOf(roots.get(mark.root)) + step];
    if (next) selectElement(next);
    return true;
  }
  const element = elementOf(mark);
  const parts = partsOf(mark.root);
  const at = element ? parts.indexOf(element) : -1;
  const next = at < 0 ? parts.find(each => element?.contains(each)) : parts[at + step];
  if (next) selectElement(next);
  return true;
}

/** Selects the marked element around the selected one; around a block there is none. */
function selectParent() {
  const mark = state.selected;
  if (!mark) return;
  if (!mark.path && !mark.slot) return runCommand('selection.clear');
  selectElement(markedAround(elementOf(mark)?.parentElement));
}

/** Starts editing the selected element, or the first text in it. */
function enterSelected() {
  const element = elementOf(state.selected);
  if (!element || !state.selected) return;
  if (!isShown(state.selected)) return runCommand('image.replace', state.selected);
  const isText = each => textAround(each) || contentOf(each)?.kind === 'rich';
  const holdsTexts = !contentOf(element) || (contentOf(element)?.kind === 'html' && !isText(element));
  const first = holdsTexts
    ? partsOf(state.selected.root).find(each => element.contains(each) && isText(each))
    : element;
  if (!first) return;
  if (first !== element) selectElement(first);
  const rich = richAround(first);
  if (rich) requestRichText(markOf(rich.element), {path: rich.path, end: true});
  else if (!enterText(first)) runCommand('image.replace', markOf(first) ?? {});
}

const ARROWS = {ArrowUp: -1, ArrowLeft: -1, ArrowDown: 1, ArrowRight: 1};

function onKeyDown(event) {
  if (isDragging()) {
    if (event.key === 'Escape') endDrag(false);
    return event.preventDefault();
  }
  if (state.pendingKeys !== null && !event.altKey) {   // keys with Alt are commands for the block
    state.pendingKeys.push(event);
    return event.preventDefault();
  }
  if (state.browsing || event.defaultPrevented || isTyping() || event.target.isContentEditable) return;
  const control = event.ctrlKey || event.metaKey;
  if (event.key === 'Tab') runCommand('window.leave-page', {value: event.shiftKey ? -1 : 1});
  else if (control || event.altKey) return;
  else if (!state.selected) return selectFirst(event);
  else if (event.key === 'Escape') selectParent();
  else if (event.key === 'Enter') enterSelected();
  else if (event.key in ARROWS && event.shiftKey) runCommand('selection.extend', {value: ARROWS[event.key]});
  else if (event.key in ARROWS) selectNeighbour(ARROWS[event.key]);
  else if (event.key === 'Delete' || event.key === 'Backspace') runCommand('selection.delete');
  else {
    if (event.key.length === 1 && event.key !== ' ') enterText(elementOf(state.selected));   // the text receives this key
    return;
  }
  event.preventDefault();
}

/** Selects the first or the last block when nothing is selected. */
function selectFirst(event) {
  if (event.key !== 'Enter' && !(event.key in ARROWS)) return;
  const block = blocksInOrder().at(ARROWS[event.key] < 0 ? -1 : 0);
  if (!block) return;
  selectElement(block);
  scrollElementIntoView(block, markOf(block)?.root);
  event.preventDefault();
}

/** Runs a command of the toolbar, for the selected image or for the selected element. */
function runTool({id, tips}, event) {
  const picture = pictureOf(elementOf(state.selected));
  if (tips.image) {
    if (picture) runCommand(id, {root: picture.root, path: picture.path});
    return;
  }
  const about = toolTarget();
  if (!about) return;
  endTyping();
  closeRichText();
  if (id === MOVE_TO) beginDrag(about, event);
  else runCommand(id, {root: about.root, path: about.path});
}

/** Opens the overlay and listens for the mouse and the keys that select elements. */
export function listenForSelection() {
  openOverlay(runTool);
  document.addEventListener('mousedown', onMouseDown, true);
  document.addEventListener('click', onClick, true);
  document.addEventListener('auxclick', event => event.preventDefault(), true);
  document.addEventListener('submit', event => event.preventDefault(), true);
  document.addEventListener('dragstart', event => { if (!isTyping()) event.preventDefault(); }, true);
  document.addEventListener('mouseover', event => {
    if (!state.browsing && !isDragging()) hover(markedAround(targetOf(event)));
  }, true);
  document.addEventListener('mousemove', () => setQuiet(false), {capture: true, passive: true});
  document.addEventListener('mouseleave', () => hover(null));
  addEventListener('pointermove', updateDrag, true);
  addEventListener('pointerup', () => endDrag(true), true);
  addEventListener('pointercancel', () => endDrag(false), true);
  document.addEventListener('keydown', onKeyDown);
}
