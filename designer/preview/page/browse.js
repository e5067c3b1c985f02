// @ts-check
// Browse mode: the page's own menus and links work; nothing of the page's code runs.

import {
  isAccordionOpen, isDropdownOpen, isMenuOpen, isPartOpen, lastSlide, openAccordion, openDropdown,
  openMenu, openPart, slideTo,
} from './opening.js';
import {state} from './state.js';

/** What marked elements do when they are clicked, by the name of their mark. */
const ACTS = {
  accordion: header => openAccordion(header, !isAccordionOpen(header)),
  menu: burger => openMenu(burger, !isMenuOpen(burger)),
  panel(entry) {
    const panel = entry.closest('li > [data-fp-closed]')
      ?? entry.parentElement?.querySelector(':scope > [data-fp-closed]');
    if (panel) openPart(panel, !isPartOpen(panel));
  },
  dropdown: entry => openDropdown(entry, !isDropdownOpen(entry)),
  toggle: button => void button.nextElementSibling?.classList.toggle('hidden'),
  previous: arrow => slide(arrow, -1),
  next: arrow => slide(arrow, 1),
};

/** Move a carousel by one slide; at an end it begins anew. */
function slide(arrow, step) {
  const track = arrow.parentElement?.querySelector('[data-fp-track]');
  if (!track) return;
  const last = lastSlide(track), wanted = Number(track.dataset.fpAt ?? 0) + step;
  track.style.transition = 'transform .3s';
  slideTo(track, wanted < 0 ? last : wanted > last ? 0 : wanted);
}

export function visit(target) {
  const actor = target?.closest?.('[data-fp-act]');
  const link = target?.closest?.('a[href]');
  if (actor) ACTS[actor.dataset.fpAct]?.(actor);
  else if (link) {
    const address = link.getAttribute('href');
    if (!address.startsWith('#')) return void state.bridge?.follow(address);
    document.getElementById(decodeURIComponent(address.slice(1)))?.scrollIntoView({behavior: 'smooth'});
  }
}
