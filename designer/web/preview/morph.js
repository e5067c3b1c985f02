// @ts-check
// Turns an old element into a fresh one and keeps every node it can: a kept picture does not load
// again, and a kept element keeps its caret.

import {isBlock} from './marks.js';

/** The element being edited. A morph leaves it alone and passes its fresh twin to `follow`. */
export const held = {
  /** @type {HTMLElement | null} */ element: null,
  /** @type {(fresh: Element) => void} */ follow: () => {},
};

const MEDIA = '[src], [poster], [style*="url("]';

const mediaOf = element =>
  element.getAttribute('src') ?? element.getAttribute('poster') ?? element.getAttribute('style');

/**
 * The key by which an old child and a fresh child are matched.
 *
 * A block has an id. A list item has none: the index in its mark shifts when an item is inserted
 * before it, and documents know items by value only. Its text and its pictures identify it well
 * enough, and need nothing from Python. Marks and classes are not in the key, since both may change
 * with the position. A wrong match costs some DOM writes, never a wrong page: the morph goes on
 * inside every matched pair.
 */
function keyOf(node) {
  if (node.nodeType !== Node.ELEMENT_NODE) return `${node.nodeName} ${node.nodeValue}`;
  const root = node.getAttribute('data-fp-root') ?? '';
  if (isBlock(root)) return root;
  const media = [...(node.matches(MEDIA) ? [node] : []), ...node.querySelectorAll(MEDIA)];
  return [node.nodeName, node.textContent, ...media.map(mediaOf)].join('\n');
}

/**
 * For each fresh child, the old child to reuse, or null.
 *
 * Equal children at both ends match first, so that of several equal items each keeps its place.
 * Between them children match by key in any order, then by node name in document order.
 *
 * @param {ChildNode[]} before @param {ChildNode[]} after @returns {(ChildNode | null)[]}
 */
function match(before, after) {
  const olds = before.map(node => ({node, key: keyOf(node)}));
  const keys = after.map(keyOf);
  const tail = [];
  const head = [];
  while (head.length < keys.length && olds[0]?.key === keys[head.length]) head.push(olds.shift()?.node ?? null);
  const isLastEqual = () => olds.length > 0 && olds.at(-1)?.key === keys.at(-1 - tail.length);
  while (head.length + tail.length < keys.length && isLastEqual()) tail.unshift(olds.pop()?.node ?? null);
  const take = fits => {
    const at = olds.findIndex(fits);
    return at < 0 ? null : olds.splice(at, 1)[0].node;
  };
  const middle = [...after.keys()].slice(head.length, after.length - tail.length);
  const byKey = middle.map(at => take(({key}) => key === keys[at]));
  const byName = middle.map((at, i) => byKey[i] ?? take(({node}) => node.nodeName === after[at].nodeName));
  return [...head, ...byName, ...tail];
}

/** @param {Element} old @param {Element} fresh */
export function morph(old, fresh) {
  if (old === held.element) return held.follow(fresh);
  for (const {name} of [...old.attributes]) if (!fresh.hasAttribute(name)) old.removeAttribute(name);
  for (const {name, value} of fresh.attributes) if (old.getAttribute(name) !== value) old.setAttribute(name, value);
  const before = [...old.childNodes], after = [...fresh.childNodes];
  const reused = match(before, after);
  for (const node of before) if (!reused.includes(node)) node.remove();
  let next = old.firstChild;
  after.forEach((node, i) => {
    const kept = reused[i];
    if (kept && kept === next) next = kept.nextSibling;
    else putBefore(old, kept ?? node, next);
    if (kept?.nodeType === Node.ELEMENT_NODE) morph(/** @type {Element} */ (kept), /** @type {Element} */ (node));
    else if (kept && kept.nodeValue !== node.nodeValue) kept.nodeValue = node.nodeValue;
  });
}

/** Inserts a node into a parent or moves it there; a caret inside the node stays. */
export function putBefore(parent, node, next) {
  const {anchorNode, anchorOffset, focusNode, focusOffset} = /** @type {Selection} */ (getSelection());
  if (node.parentNode === parent && 'moveBefore' in parent) parent.moveBefore(node, next);
  else parent.insertBefore(node, next);
  if (anchorNode && focusNode && node.contains(focusNode)) {
    getSelection()?.setBaseAndExtent(anchorNode, anchorOffset, focusNode, focusOffset);
  }
}

/**
 * Whether a morph of `old` keeps the held element at its place in the document. If not, the block
 * has to wait: Python draws it again when the editing ends.
 */
export function canMorph(old, fresh) {
  const element = held.element;
  if (!element || !old.contains(element)) return true;
  const ancestors = [];
  for (let node = element; node !== old; node = /** @type {HTMLElement} */ (node.parentElement)) {
    ancestors.unshift(node);
  }
  let parent = old, twin = fresh;
  for (const node of ancestors) {
    const children = [...twin.childNodes];
    const at = match([...parent.childNodes], children).indexOf(node);
    if (at < 0) return false;
    [parent, twin] = [node, children[at]];
  }
  return twin.getAttribute('data-fp-path') === element.getAttribute('data-fp-path');
}
