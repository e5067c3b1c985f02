// @ts-check
// Opens menus, accordions and slides that hide the selected element, for as long as it is selected.

import {openAccordion, openDropdown, openMenu, openPart, resetSlides, slideTo} from './disclosures.js';
import {elementOf} from './marks.js';
import {roots, state} from './state.js';

/** @typedef {import('./state.js').Mark} Mark */

/**
 * The parts opened for the selection, each with the function that opens and closes it.
 * @type {Map<any, (part: any, open: boolean) => void>}
 */
let opened = new Map();

/**
 * Opens the parts that hide the marked element, and closes the parts opened before.
 * @param {Mark | null} mark
 */
export function reveal(mark) {
  const root = mark && !state.browsing ? roots.get(mark.root) : undefined;
  const wanted = root && mark ? partsHiding(root, mark) : new Map();
  for (const [part, turn] of opened) {
    const stays = turn === openAccordion && root?.contains(part);   // closing it would move the page under the pointer
    if (stays) wanted.set(part, turn);
    else if (!wanted.has(part)) turn(part, false);
  }
  for (const [part, turn] of wanted) turn(part, true);
  opened = wanted;
}

/** The closed parts around the marked element. @returns {Map<any, (part: any, open: boolean) => void>} */
function partsHiding(root, mark) {
  const parts = new Map();
  const all = act => root.querySelectorAll(`[data-fp-act="${act}"]`);
  for (const entry of all('dropdown')) {
    const item = entry.closest('[data-fp-path]')?.dataset.fpPath;
    if (`${mark.path}.`.startsWith(`${item}.`) && entry.checkVisibility()) parts.set(entry, openDropdown);
  }
  const element = elementOf(mark);
  if (!element || element === root) return parts;
  for (const header of all('accordion')) {
    const item = header.parentElement;
    if (item.contains(element)) parts.set(header, openAccordion);
  }
  const part = element.closest('[data-fp-closed]');
  if (part?.checkVisibility() && !element.closest('[data-fp-act="menu"]')) {   // the menu button is always visible
    const [burger] = all('menu');
    if (burger) parts.set(burger, openMenu);
    if (part.matches('li > *')) parts.set(part, openPart);
  }
  const slide = element.closest('[data-fp-track] > *');
  if (slide) parts.set(slide, showSlide);
  return parts;
}

function showSlide(slide, shown) {
  const track = slide.parentElement;
  if (!track) return;
  if (shown) slideTo(track, [...track.children].indexOf(slide));
  else resetSlides(track);
}
