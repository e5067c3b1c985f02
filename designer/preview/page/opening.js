// @ts-check
// Parts of a page that open, close or move: accordions, menus, carousels. Nothing of the page's own
// code runs.

/** The exact classes of what is open, from before it was opened. @type {WeakMap<Element, string>} */
const closedClasses = new WeakMap();

/** Give an element other classes while it is open: some less, or some more. */
function change(element, {less = '', more = ''}, open) {
  const [gone, come] = [less, more].map(names => names.split(' ').filter(Boolean));
  const isOpen = !gone.some(name => element.classList.contains(name)) && come.every(name => element.classList.contains(name));
  if (open === isOpen) return;
  if (open) closedClasses.set(element, element.className);
  gone.forEach(name => element.classList.toggle(name, !open));
  come.forEach(name => element.classList.toggle(name, open));
  if (!open) element.className = closedClasses.get(element) ?? element.className;
}

/** Open what follows the header of an accordion, or close it. */
export function openAccordion(header, open) {
  const body = header.nextElementSibling;
  if (!body || open === isAccordionOpen(header)) return;
  change(body, {less: 'hidden'}, open);
  change(header, {more: header.dataset.fpActive ?? ''}, open);
  const arrow = header.querySelector('svg');
  if (!arrow) return;
  arrow.style.transform = open ? 'rotate(180deg)' : '';
  if (!open && !arrow.getAttribute('style')) arrow.removeAttribute('style');
}

export const isAccordionOpen = header => !header.nextElementSibling?.classList.contains('hidden');

/** Open a part of a menu, or close it: it has some classes only while it is closed. */
export const openPart = (part, open) => change(part, {less: part.dataset.fpClosed}, open);

export const isPartOpen = part => !part.classList.contains(part.dataset.fpClosed.split(' ')[0]);

/** Open the menu of small screens; its panels are closed then. */
export function openMenu(burger, open) {
  const root = burger.closest('[data-fp-root]');
  for (const part of root.querySelectorAll('[data-fp-closed]')) openPart(part, open && !part.matches('li > *'));
}

export const isMenuOpen = burger => {
  const part = burger.closest('[data-fp-root]').querySelector('[data-fp-closed]:not(li > *)');
  return part !== null && isPartOpen(part);
};

/** A menu of the bar is not in the page until it opens; that of phones has the same entries. */
export function openDropdown(entry, open) {
  if (open === isDropdownOpen(entry)) return;
  if (!open) return void entry.nextElementSibling.remove();
  const root = entry.closest('[data-fp-root]');
  const at = [...root.querySelectorAll('[data-fp-act="dropdown"]')].indexOf(entry);
  const panel = root.querySelectorAll('li > [data-fp-closed]')[at];
  const list = panel?.querySelector('ul')?.cloneNode(true);
  if (!list) return;
  Object.assign(list.style, {position: 'absolute', top: '100%', left: '0', zIndex: '50',
    minWidth: '100%', textAlign: 'left', background: getComputedStyle(panel).backgroundColor});
  entry.after(list);
}

export const isDropdownOpen = entry => entry.nextElementSibling !== null;

/** How far a carousel can move, in slides. */
export function lastSlide(track) {
  const width = track.firstElementChild?.getBoundingClientRect().width;
  return width ? Math.max(0, Math.round((track.scrollWidth - track.parentElement.clientWidth) / width)) : 0;
}

/** Show a slide of a carousel as the first one, or the last ones. */
export function slideTo(track, slide) {
  const at = Math.min(slide, lastSlide(track));
  if (at === Number(track.dataset.fpAt ?? 0)) return;
  track.dataset.fpAt = String(at);
  track.style.transform = `translateX(${-at * track.firstElementChild.getBoundingClientRect().width}px)`;
}

/** Show the first slide of a carousel, as the page does. */
export function resetSlides(track) {
  delete track.dataset.fpAt;
  track.style.transform = track.style.transition = '';
  if (!track.getAttribute('style')) track.removeAttribute('style');
}
