// @ts-check
// Maps elements to their marks, the `data-fp-*` attributes by which Python addresses them, and back.

import {roots, state} from './state.js';

/** @typedef {import('./state.js').Mark} Mark */

/**
 * The element with these marks, or else the nearest element around it.
 * @param {Mark | null} mark @returns {HTMLElement | null}
 */
export function elementOf(mark) {
  const root = mark && roots.get(mark.root);
  if (!root) return null;
  const selected = state.selectedElement;
  if (selected && root.contains(selected) && hasMark(selected, mark)) return selected;
  const exact = find(root, 'path', mark.path) ?? find(root, 'slot', mark.slot);
  return exact ?? (mark.path.includes('.') ? elementOf({...mark, path: mark.path.replace(/\.[^.]*$/, ''), slot: ''}) : root);
}

/** The element with a mark. Menu entries have several: then the first one that is visible. */
function find(root, name, value) {
  if (!value) return null;
  const selector = `[data-fp-${name}="${CSS.escape(value)}"]`;
  if (root.matches(selector)) return root;
  const [first, ...more] = root.querySelectorAll(selector);
  return more.length ? [first, ...more].find(each => each.checkVisibility()) ?? first : first ?? null;
}

const hasMark = (element, {path, slot}) => Boolean(path || slot)
  && (fieldOf(element) === path || contentOf(element)?.path === path || element.getAttribute('data-fp-slot') === slot);

/** The path of the field that an element shows, wholly or in part. */
const fieldOf = element => element.getAttribute('data-fp-path')?.replace(HTML_TEXT, '');

/** Whether some element has exactly these marks. An emptied text may have no element. */
export const isShown = mark => {
  const element = elementOf(mark);
  return Boolean(element && (!(mark.path || mark.slot) || hasMark(element, mark)));
};

/** Whether an element is visible; parts of closed menus are not. */
export const isVisible = element => element.checkVisibility({opacityProperty: true, visibilityProperty: true});

/** The nearest marked element: the element itself or an ancestor. @returns {HTMLElement | null} */
export function markedAround(element) {
  const root = element?.closest?.('[data-fp-root]');
  if (!root) return null;
  const marked = element.closest('[data-fp-path], [data-fp-slot]');
  return marked && root.contains(marked) ? marked : root;
}

/** The marks of the nearest marked element. @returns {Mark | null} */
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

/** Whether a root is a block, not header or footer. */
export const isBlock = root => root.startsWith('block:');

/** The root elements of the page's blocks in document order. @returns {HTMLElement[]} */
export const blocksInOrder = () =>
  [.../** @type {any} */ (document.querySelector('[data-fp-blocks]')?.children ?? [])].filter(each => each.dataset.fpRoot);

const typeOf = root => roots.get(root)?.getAttribute('data-fp-type') ?? (isBlock(root) ? '' : 'frame');

/** The suffix of the path of one text within a field of HTML. */
const HTML_TEXT = /\.#\d+$/;

/**
 * The content of a field's element: its kind (`text`, `rich`, `html`, `image`) and the path of its
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

/** The picture of an element: the path of its address, and whether it can have an alt text. */
export function pictureOf(element) {
  const content = contentOf(element);
  const root = element?.closest?.('[data-fp-root]');
  if (!content) return null;
  const inside = `${element.getAttribute('data-fp-path')}.image`;   // for instance the image of a logo
  const path = content.kind === 'image' ? content.path
    : isOnlyPicture(element) && kindAt(root, inside)?.[0] === 'image' ? inside : null;
  if (path === null) return null;
  const alt = path.replace(/[^.]+$/, 'alt');
  return {root: root.getAttribute('data-fp-root'), path, hasAlt: Boolean(kindAt(root, alt))};
}

const isOnlyPicture = element => showsPicture(element) && !element.textContent.trim();

/** Whether an element shows a picture, not only an empty place for one. */
const showsPicture = element => element.matches('img') || element.querySelector('img') !== null
  || getComputedStyle(element).backgroundImage.includes('url(');

/** The topmost picture at a point of the viewport; other elements may cover it. */
export function pictureAt({x, y}) {
  for (const element of document.elementsFromPoint(x, y)) {
    const marked = markedAround(element);
    const picture = pictureOf(marked);
    if (marked && picture && showsPicture(marked)) return {element: marked, ...picture};
  }
  return null;
}

/** The innermost element with all text of another one; null if several elements share the text. */
function textHolderIn(element) {
  const all = [...element.children].filter(child => !child.matches('svg, [data-fp-closed]'));
  const withText = all.filter(child => child.textContent.trim());
  const parts = withText.length ? withText : all;
  if (!parts.length) return element;
  return hasText(element) || parts.length > 1 ? null : textHolderIn(parts[0]);
}

/**
 * The one-line text around an element that can be edited in place. Its element has only the text of
 * one field, possibly inside a link, or beside an icon or a closed menu.
 */
export function textAround(element) {
  const marked = markedAround(element);
  const content = contentOf(marked);
  if (marked && content?.kind === 'html') return textInHtml(marked, content.path);
  if (!marked || content?.kind !== 'text') return null;
  const inner = textHolderIn(marked);
  return inner ? {element: inner, marked, path: content.path, isHtml: false} : null;
}

/** A text of a field of HTML. Python addresses it by the number of its element. */
function textInHtml(element, path) {
  const keepsSpaces = /^preserve/.test(getComputedStyle(element).getPropertyValue('white-space-collapse'));
  if (!hasText(element) || (keepsSpaces && !element.isContentEditable)) return null;
  return {element, marked: element, path: HTML_TEXT.test(path) ? path : `${path}.#0`, isHtml: true};
}

const hasText = element =>
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

/** The innermost list item around a mark: the path of its list, its index and its path; or null. */
export function itemOf(mark) {
  const keys = (mark?.path || mark?.slot || '').split('.');
  const at = keys.findLastIndex(key => /^\d+$/.test(key));
  if (at < 1) return null;
  return {list: keys.slice(0, at).join('.'), index: Number(keys[at]), path: keys.slice(0, at + 1).join('.')};
}

/** The name of an element for people: "Tailwind Feature · Headline". */
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
