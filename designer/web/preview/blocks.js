// @ts-check
// Shows and patches the rendered HTML of header, blocks and footer.

import {copyFarStyle, ESTIMATED_HEIGHT, setFar, watcher} from './content_visibility.js';
import {canMorph, morph, putBefore} from './morph.js';
import {sanitize} from './sanitize.js';
import {roots, state} from './state.js';
import {addRules, setStyles} from './styles.js';

const FIRST_NEAR = 6;   // blocks laid out immediately when a page is shown

function adopt(root, element, far) {
  roots.set(root, element);
  if (state.still || !root.startsWith('block:')) return;
  if (far) setFar(element, true, ESTIMATED_HEIGHT);
  watcher.observe(element);
}

function drop(root) {
  const element = roots.get(root);
  if (!element) return;
  watcher.unobserve(element);
  element.remove();
  roots.delete(root);
}

/** Shows a whole page. */
export function show({styles, rules, html, language, blocks, names, fresh, still}) {
  state.labels = names;
  state.still = still;
  document.documentElement.lang = language;
  watcher.disconnect();
  setStyles(styles);
  addRules(rules, true);
  const content = sanitize(html);
  const list = content.querySelector('[data-fp-blocks]');
  for (const [root, markup] of blocks) {   // parsed one by one: an unclosed tag ends with its block
    const element = sanitize(markup).firstElementChild;
    if (!element) continue;
    if (!fresh) copyFarStyle(roots.get(root), element);   // a far block stays far and is not laid out again
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

/** Applies one edit to the shown page. */
export function patch({styles = {}, rules = [], anew = false, changed = [], removed = [], places = []}) {
  setStyles(styles);
  addRules(rules, anew);
  for (const root of removed) drop(root);
  for (const [root, html] of changed) replace(root, html);
  const list = document.querySelector('[data-fp-blocks]');
  for (const [root, below] of places) putBefore(list, roots.get(root), roots.get(below) ?? null);
}

function replace(root, html) {
  const fresh = /** @type {HTMLElement | null} */ (sanitize(html).firstElementChild);
  const old = roots.get(root);
  if (!fresh) return;
  if (!old) return adopt(root, fresh, false);
  if (!canMorph(old, fresh)) return;
  if (root.startsWith('block:')) copyFarStyle(old, fresh);
  if (old.tagName === fresh.tagName) morph(old, fresh);
  else {
    old.replaceWith(fresh);
    adopt(root, fresh, false);
  }
}
