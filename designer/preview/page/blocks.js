// @ts-check
// What the page shows: header, blocks and footer, as Python has drawn them.

import {GUESS, keepFar, setFar, watcher} from './far.js';
import {parse} from './harmless.js';
import {canMorph, morph} from './morph.js';
import {roots, state} from './state.js';
import {addRules, setStyles} from './styles.js';

const FIRST_NEAR = 6;   // blocks that are laid out at once when a page is shown

function adopt(root, element, far) {
  roots.set(root, element);
  if (state.still || !root.startsWith('block:')) return;
  if (far) setFar(element, true, GUESS);
  watcher.observe(element);
}

function drop(root) {
  const element = roots.get(root);
  if (!element) return;
  watcher.unobserve(element);
  element.remove();
  roots.delete(root);
}

/** Show a whole page. */
export function show({styles, rules, html, language, blocks, names, fresh, still}) {
  state.labels = names;
  state.still = still;
  document.documentElement.lang = language;
  watcher.disconnect();
  setStyles(styles);
  addRules(rules, true);
  const content = parse(html);
  const list = content.querySelector('[data-fp-blocks]');
  for (const [root, markup] of blocks) {   // each by itself: what one leaves open ends with it
    const element = parse(markup).firstElementChild;
    if (!element) continue;
    if (!fresh) keepFar(roots.get(root), element);   // what is far stays far: nothing is laid out twice
    list?.append(element);
  }
  const body = document.createElement('body');
  body.append(content);
  if (fresh || !canMorph(document.body, body)) document.body.replaceChildren(...body.childNodes);
  else morph(document.body, body);
  if (fresh) scrollTo(0, 0);
  roots.clear();
  let count = 0;
  for (const element of document.body.querySelectorAll('[data-fp-root]')) {
    const root = /** @type {HTMLElement} */ (element).dataset.fpRoot ?? '';
    const far = fresh && root.startsWith('block:') && ++count > FIRST_NEAR;
    adopt(root, /** @type {HTMLElement} */ (element), far);
  }
}

/** Show what an edit has changed. */
export function patch({styles = {}, rules = [], anew = false, changed = [], removed = [], places = []}) {
  setStyles(styles);
  addRules(rules, anew);
  for (const root of removed) drop(root);
  for (const [root, html] of changed) replace(root, html);
  const list = document.querySelector('[data-fp-blocks]');
  for (const [root, below] of places) put(list, roots.get(root), roots.get(below) ?? null);
}

/** Put a block before another one; if somebody types in it, the caret stays. */
function put(list, block, below) {
  const {anchorNode, anchorOffset, focusNode, focusOffset} = /** @type {Selection} */ (getSelection());
  if (block.parentNode === list && 'moveBefore' in list) list.moveBefore(block, below);
  else list.insertBefore(block, below);
  if (anchorNode && focusNode && block.contains(focusNode)) {
    getSelection()?.setBaseAndExtent(anchorNode, anchorOffset, focusNode, focusOffset);
  }
}

function replace(root, html) {
  const fresh = /** @type {HTMLElement | null} */ (parse(html).firstElementChild);
  const old = roots.get(root);
  if (!fresh) return;
  if (!old) return adopt(root, fresh, false);
  if (!canMorph(old, fresh)) return;
  if (root.startsWith('block:')) keepFar(old, fresh);
  if (old.tagName === fresh.tagName) morph(old, fresh);
  else {
    old.replaceWith(fresh);
    adopt(root, fresh, false);
  }
}
