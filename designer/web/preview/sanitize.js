// @ts-check
// Sanitizes HTML before it enters the document: no scripts, handlers or frames. Remote addresses are
// rewritten to the cache.

import {state} from './state.js';

const REMOTE = /^(https?:)?\/\//i;
const REMOTE_IN_CSS = /url\(\s*(['"]?)((?:https?:)?\/\/[^)'"]+)\1\s*\)/gi;

/** The address of the cached copy of a remote file. */
function cachedAddress(address, element) {
  const full = address.startsWith('//') ? 'https:' + address : address;
  let query = `/~web?u=${encodeURIComponent(full)}${state.arrival ? `&t=${state.arrival}` : ''}`;
  for (const side of ['width', 'height']) {
    const size = parseInt(element?.getAttribute(side) ?? '', 10);
    if (size > 0) query += `&${side[0]}=${size}`;
  }
  return query;
}

/** A box of the frame's size that names its host. */
function framePlaceholder(frame) {
  const box = document.createElement('div');
  for (const {name, value} of frame.attributes) {
    if (name === 'class' || name === 'style' || name === 'id' || name.startsWith('data-fp-')) {
      box.setAttribute(name, value);
    }
  }
  const size = side => {
    const value = frame.getAttribute(side) || {width: '300', height: '150'}[side];
    return /^\d+$/.test(value) ? `${value}px` : value;
  };
  if (!box.style.width) box.style.width = size('width');
  if (!box.style.height) box.style.height = size('height');
  Object.assign(box.style, {display: 'flex', alignItems: 'center', justifyContent: 'center',
    background: '#e6eaef', color: '#4b5566', font: '13px/1.4 system-ui, sans-serif',
    textAlign: 'center', padding: '8px', boxSizing: 'border-box', maxWidth: '100%'});
  let host = '';
  try { host = new URL(frame.getAttribute('src') ?? '', 'https://x.invalid').host; } catch { /* no valid address: no host */ }
  box.textContent = state.labels.frame.replace('%1', host && host !== 'x.invalid' ? host : '');
  return box;
}

const DROPPED = new Set(['BASE', 'META', 'LINK', 'OBJECT', 'EMBED', 'APPLET', 'FRAMESET', 'PORTAL']);

function sanitizeElement(element) {
  const tag = element.tagName.toUpperCase();
  if (DROPPED.has(tag)) return void element.remove();
  if (tag === 'IFRAME' || tag === 'FRAME') return void element.replaceWith(framePlaceholder(element));
  if (tag === 'SCRIPT') return void element.setAttribute('type', 'application/x-not-run');
  for (const {name, value} of [...element.attributes]) {
    if (/^on/i.test(name)) element.removeAttribute(name);
    else if (/^(src|poster|background|xlink:href)$/i.test(name) && REMOTE.test(value)) {
      element.setAttribute(name, cachedAddress(value.trim(), element));
    } else if (name === 'style' && REMOTE_IN_CSS.test(value)) {
      element.setAttribute(name, value.replace(REMOTE_IN_CSS, (_m, _q, url) => `url("${cachedAddress(url)}")`));
    } else if (name === 'srcset') element.removeAttribute(name);
  }
  if (tag === 'IMAGE' && REMOTE.test(element.getAttribute('href') ?? '')) {
    element.setAttribute('href', cachedAddress(element.getAttribute('href'), element));
  }
  if (tag === 'STYLE') {
    element.textContent = (element.textContent ?? '').replace(REMOTE_IN_CSS, (_m, _q, url) => `url("${cachedAddress(url)}")`);
  }
}

/** Parses HTML and sanitizes it. @returns {DocumentFragment} */
export function sanitize(html) {
  const template = document.createElement('template');
  template.innerHTML = html;   // a template is inert: it loads and runs nothing
  for (const inner of template.content.querySelectorAll('template')) inner.replaceWith(inner.content);
  for (const element of [...template.content.querySelectorAll('*')]) sanitizeElement(element);
  return template.content;
}
