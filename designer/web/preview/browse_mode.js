// @ts-check
// Browse mode: menus and links of the page work. The page's own code does not run.

import {
  isAccordionOpen, isDropdownOpen, isMenuOpen, isPartOpen, lastSlide, openAccordion, openDropdown,
  openMenu, openPart, slideTo,
} from './disclosures.js';
import {state} from './state.js';

/** The action of a clicked element, by the value of its `data-fp-act` mark. */
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

/** Moves a carousel by one slide; it wraps around at both ends. */
function slide(arrow, step) {
  const track = arrow.parentElement?.querySelector('[data-fp-track]');
  if (!track) return;
  const last = lastSlide(track), wanted = Number(track.dataset.fpAt ?? 0) + step;
  track.style.transition = 'transform .3s';
  slideTo(track, wanted < 0 ? last : wanted > last ? 0 : wanted);
}

/** Runs the action of the clicked element, or follows its link. */
export function activate(target) {
  const actor = target?.closest?.('[data-fp-act]');
  const link = target?.closest?.('a[href]');
  if (actor) ACTS[actor.dataset.fpAct]?.(actor);
  else if (link) {
    const address = link.getAttribute('href');
    if (!address.startsWith('#')) return void state.bridge?.follow(address);
    document.getElementById(decodeURIComponent(address.slice(1)))?.scrollIntoView({behavior: 'smooth'});
  }
}
