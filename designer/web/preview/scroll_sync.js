// @ts-check
// Scroll positions that two views of different widths can share: a block and a fraction of its
// height, not pixels.

import {blocksInOrder} from './marks.js';
import {roots} from './state.js';

const footers = () => [...roots].filter(([root]) => root.startsWith('footer')).map(([, element]) => element);

/**
 * The block at the top of the viewport, and the fraction of its height above the viewport. At the
 * start of the page there is no such block.
 */
export function scrollAnchor() {
  for (const element of scrollY < 1 ? [] : [...blocksInOrder(), ...footers()]) {
    const box = element.getBoundingClientRect();
    if (box.bottom > 0) return {root: element.dataset.fpRoot ?? '', part: -box.top / (box.height || 1)};
  }
  return {root: '', part: 0};
}

/** Scrolls to the anchor of another view. */
export function scrollToAnchor({root, part}) {
  const box = roots.get(root)?.getBoundingClientRect();
  scrollTo({top: box ? scrollY + box.top + part * box.height : 0, behavior: 'instant'});
}
