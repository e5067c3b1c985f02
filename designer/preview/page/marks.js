// @ts-check
// From elements to the marks by which Python knows them, and back.

import {roots, state} from './state.js';

/** @typedef {import('./state.js').Mark} Mark */

/**
 * The element that shows what a mark says, or else what is around it.
 * @param {Mark | null} mark @returns {HTMLElement | null}
 */
export function elementOf(mark) {
  const root = mark && roots.get(mark.root);
  if (!root) return null;
  const picked = state.picked;
  if (picked && root.contains(picked) && isAt(picked, mark)) return picked;
  const exact = find(root, 'path', mark.path) ?? find(root, 'slot', mark.slot);
  return exact ?? (mark.path.includes('.') ? elementOf({...mark, path: mark.path.replace(/\.[^.]*$/, ''), slot: ''}) : root);
}

/** The element with a mark; of several, as the entries of menus have, one that is laid out. */
function find(root, name, value) {
  if (!value) return null;
  const selector = `[data-fp-${name}="${CSS.escape(value)}"]`;
  if (root.matches(selector)) return root;
  const [first, ...more] = root.querySelectorAll(selector);
  return more.length ? [first, ...more].find(each => each.checkVisibility()) ?? first : first ?? null;
}

const isAt = (element, {path, slot}) => Boolean(path || slot)
  && (fieldOf(element) === path || contentOf(element)?.path === path || element.getAttribute('data-fp-slot') === slot);

/** The path of the field that an element shows, or a part of which it shows. */
const fieldOf = element => element.getAttribute('data-fp-path')?.replace(HTML_TEXT, '');

/** Whether an element shows what a mark says; an emptied text is not drawn any more. */
export const isShown = mark => {
  const element = elementOf(mark);
  return Boolean(element && (!(mark.path || mark.slot) || isAt(element, mark)));
};

/** Whether an element can be seen: parts of closed menus are there, but they cannot. */
export const isSeen = element => element.checkVisibility({opacityProperty: true, visibilityProperty: true});

/** The nearest marked element, itself or around. @returns {HTMLElement | null} */
export function markedAround(element) {
  const root = element?.closest?.('[data-fp-root]');
  if (!root) return null;
  const marked = element.closest('[data-fp-path], [data-fp-slot]');
  return marked && root.contains(marked) ? marked : root;
}

/** @returns {Mark | null} */
export function markOf(element) {
  const marked = markedAround(element);
  const root = marked?.closest('[data-fp-root]');
  if (!marked || !root) return null;
  return {
    root: root.getAttribute('data-fp-root') ?? '',
    path: marked.getAttribute('data-fp-path') ?? '',
    slot: marked.getAttribute('data-fp-slot') ?? '',
  };
}

export const isBlock = root => root.startsWith('block:');

/** The outermost elements of the page's blocks in their order. @returns {HTMLElement[]} */
export const blocksInOrder = () =>
  [.../** @type {any} */ (document.querySelector('[data-fp-blocks]')?.children ?? [])].filter(each => each.dataset.fpRoot);

const typeOf = root => roots.get(root)?.getAttribute('data-fp-type') ?? (isBlock(root) ? '' : 'frame');

/** What the path of a text in HTML has after that of the field. */
const HTML_TEXT = /\.#\d+$/;

/**
 * What the element of a field holds: its kind (`text`, `rich`, `html`, `image`) and the path of the
 * value.
 * @returns {{kind: string, path: string} | null}
 */
export function contentOf(element) {
  const root = element?.closest?.('[data-fp-root]');
  const path = element?.getAttribute?.('data-fp-path');
  if (!root || !path) return null;
  const found = kindAt(root, path);
  return found ? {kind: found[0], path: path + found[1]} : null;
}

function kindAt(root, path) {
  const kinds = state.labels.kinds?.[typeOf(root.getAttribute('data-fp-root'))];
  return kinds?.[path.replace(HTML_TEXT, '').split('.').map(key => (/^\d+$/.test(key) ? '*' : key)).join('.')];
}

/** The picture that an element is: where its address stands, and whether words can go with it. */
export function pictureOf(element) {
  const content = contentOf(element);
  const root = element?.closest?.('[data-fp-root]');
  if (!content) return null;
  const inside = `${element.getAttribute('data-fp-path')}.image`;   // of a logo, for instance
  const path = content.kind === 'image' ? content.path
    : isOnlyPicture(element) && kindAt(root, inside)?.[0] === 'image' ? inside : null;
  if (path === null) return null;
  const words = path.replace(/[^.]+$/, 'alt');
  return {root: root.getAttribute('data-fp-root'), path, hasWords: Boolean(kindAt(root, words))};
}

const isOnlyPicture = element => showsPicture(element) && !element.textContent.trim();

/** Whether there is a picture to be seen, not only room for one. */
const showsPicture = element => element.matches('img') || element.querySelector('img') !== null
  || getComputedStyle(element).backgroundImage.includes('url(');

/** The uppermost picture at a place of the view, whatever lies above it. */
export function pictureAt({x, y}) {
  for (const element of document.elementsFromPoint(x, y)) {
    const marked = markedAround(element);
    const picture = pictureOf(marked);
    if (marked && picture && showsPicture(marked)) return {element: marked, ...picture};
  }
  return null;
}

/** The innermost element that holds all words of another; null where several hold them. */
function holderIn(element) {
  const all = [...element.children].filter(child => !child.matches('svg, [data-fp-closed]'));
  const worded = all.filter(child => child.textContent.trim());
  const parts = worded.length ? worded : all;   // else a line that is drawn beside them
  if (!parts.length) return element;
  return hasWords(element) || parts.length > 1 ? null : holderIn(parts[0]);
}

/**
 * The text that a person types right in the page: an element with nothing but a field's words,
 * perhaps with a link around them, or an icon or a closed menu beside them.
 */
export function textAround(element) {
  const marked = markedAround(element);
  const content = contentOf(marked);
  if (marked && content?.kind === 'html') return textInHtml(marked, content.path);
  if (!marked || content?.kind !== 'text') return null;
  const inner = holderIn(marked);
  return inner ? {element: inner, marked, path: content.path, isHtml: false} : null;
}

/** A text of the page's own HTML: Python knows it by the number of its element. */
function textInHtml(element, path) {
  const keepsSpaces = /^preserve/.test(getComputedStyle(element).getPropertyValue('white-space-collapse'));
  if (!hasWords(element) || (keepsSpaces && !element.isContentEditable)) return null;
  return {element, marked: element, path: HTML_TEXT.test(path) ? path : `${path}.#0`, isHtml: true};
}

const hasWords = element =>
  [...element.childNodes].some(node => node.nodeType === Node.TEXT_NODE && node.nodeValue?.trim());

/** The rich text around an element. */
export function richAround(element) {
  for (let marked = markedAround(element); marked; marked = markedAround(marked.parentElement)) {
    const content = contentOf(marked);
    if (content?.kind === 'rich') return {element: marked, path: content.path};
    if (marked.hasAttribute('data-fp-root')) return null;
  }
  return null;
}

/** The item of a list that a mark lies in: its path and its place, or null. */
export function itemOf(mark) {
  const keys = (mark?.path || mark?.slot || '').split('.');
  const at = keys.findLastIndex(key => /^\d+$/.test(key));
  if (at < 1) return null;
  return {list: keys.slice(0, at).join('.'), index: Number(keys[at]), path: keys.slice(0, at + 1).join('.')};
}

/** The words by which people know an element: "Tailwind Feature · Headline". */
export function nameOf(element) {
  const mark = markOf(element);
  if (!mark) return '';
  const {types, parts, words, items} = state.labels;
  const [kind] = mark.root.split(':');
  const block = (isBlock(mark.root) && types[typeOf(mark.root)]) || parts[kind];
  const part = mark.path.split('.').filter(w => !/^#?\d+$/.test(w)).pop() || mark.slot.split('.').pop() || '';
  const word = (/\.\d+$/.test(mark.path) && items[part]) || words[part];
  return [block, word ?? part].filter(Boolean).join(' · ');
}
