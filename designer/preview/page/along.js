// @ts-check
// Two widths side by side scroll together: what matters is the block at the top, not the pixels.

import {blocksInOrder} from './marks.js';
import {roots} from './state.js';

const footers = () => [...roots].filter(([root]) => root.startsWith('footer')).map(([, element]) => element);

/** Which block is at the top of the view, and how much of it is above; none at the very start. */
export function topOfView() {
  for (const element of scrollY < 1 ? [] : [...blocksInOrder(), ...footers()]) {
    const box = element.getBoundingClientRect();
    if (box.bottom > 0) return {root: element.dataset.fpRoot ?? '', part: -box.top / (box.height || 1)};
  }
  return {root: '', part: 0};
}

/** Scroll to where another view is. */
export function scrollAlong({root, part}) {
  const box = roots.get(root)?.getBoundingClientRect();
  scrollTo({top: box ? scrollY + box.top + part * box.height : 0, behavior: 'instant'});
}
