// @ts-check
// Opens and closes accordions and menus, and moves carousels. The page's own code does not run.

/** The `class` attribute of an open element before it was opened. @type {WeakMap<Element, string>} */
const closedClasses = new WeakMap();

/** Opens or closes an element: while open it lacks the classes `less` and has the classes `more`. */
function toggle(element, {less = '', more = ''}, open) {
  const [removed, added] = [less, more].map(names => names.split(' ').filter(Boolean));
  const isOpen = !removed.some(name => element.classList.contains(name)) && added.every(name => element.classList.contains(name));
  if (open === isOpen) return;
  if (open) closedClasses.set(element, element.className);
  removed.forEach(name => element.classList.toggle(name, !open));
  added.forEach(name => element.classList.toggle(name, open));
  if (!open) element.className = closedClasses.get(element) ?? element.className;
}

/** Opens or closes the element after an accordion header. */
export function openAccordion(header, open) {
  const body = header.nextElementSibling;
  if (!body || open === isAccordionOpen(header)) return;
  toggle(body, {less: 'hidden'}, open);
  toggle(header, {more: header.dataset.fpActive ?? ''}, open);
  const arrow = header.querySelector('svg');
  if (!arrow) return;
  arrow.style.transform = open ? 'rotate(180deg)' : '';
  if (!open && !arrow.getAttribute('style')) arrow.removeAttribute('style');
}

/** Whether the item of an accordion with this header is open. */
export const isAccordionOpen = header => !header.nextElementSibling?.classList.contains('hidden');

/** Opens or closes a part of a menu. `data-fp-closed` lists the classes of the closed state. */
export const openPart = (part, open) => toggle(part, {less: part.dataset.fpClosed}, open);

/** Whether a part of a menu is open. */
export const isPartOpen = part => !part.classList.contains(part.dataset.fpClosed.split(' ')[0]);

/** Opens or closes the menu of small screens. Its panels start closed. */
export function openMenu(burger, open) {
  const root = burger.closest('[data-fp-root]');
  for (const part of root.querySelectorAll('[data-fp-closed]')) openPart(part, open && !part.matches('li > *'));
}

/** Whether the menu of small screens is open; `burger` is its button. */
export const isMenuOpen = burger => {
  const part = burger.closest('[data-fp-root]').querySelector('[data-fp-closed]:not(li > *)');
  return part !== null && isPartOpen(part);
};

/** Opens or closes a dropdown of the menu bar. Its list is cloned from the menu of small screens. */
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

/** Whether the list of an entry of the menu bar is open. */
export const isDropdownOpen = entry => entry.nextElementSibling !== null;

/** The index of the last slide at which a carousel can start. */
export function lastSlide(track) {
  const width = track.firstElementChild?.getBoundingClientRect().width;
  return width ? Math.max(0, Math.round((track.scrollWidth - track.parentElement.clientWidth) / width)) : 0;
}

/** Moves a carousel so that it starts at a slide, or at the last possible one. */
export function slideTo(track, slide) {
  const at = Math.min(slide, lastSlide(track));
  if (at === Number(track.dataset.fpAt ?? 0)) return;
  track.dataset.fpAt = String(at);
  track.style.transform = `translateX(${-at * track.firstElementChild.getBoundingClientRect().width}px)`;
}

/** Moves a carousel back to its first slide. */
export function resetSlides(track) {
  delete track.dataset.fpAt;
  track.style.transform = track.style.transition = '';
  if (!track.getAttribute('style')) track.removeAttribute('style');
}
