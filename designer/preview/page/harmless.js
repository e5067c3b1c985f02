// @ts-check
// Content is made harmless and pointed to kept files before it enters the document.

import {state} from './state.js';

const REMOTE = /^(https?:)?\/\//i;
const REMOTE_IN_CSS = /url\(\s*(['"]?)((?:https?:)?\/\/[^)'"]+)\1\s*\)/gi;

function kept(address, element) {
  const full = address.startsWith('//') ? 'https:' + address : address;
  let query = `/~web?u=${encodeURIComponent(full)}${state.arrival ? `&t=${state.arrival}` : ''}`;
  for (const side of ['width', 'height']) {
    const size = parseInt(element?.getAttribute(side) ?? '', 10);
    if (size > 0) query += `&${side[0]}=${size}`;
  }
  return query;
}

function frameStandIn(frame) {
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
  try { host = new URL(frame.getAttribute('src') ?? '', 'https://x.invalid').host; } catch { /* none */ }
  box.textContent = state.labels.frame.replace('%1', host && host !== 'x.invalid' ? host : '');
  return box;
}

const DROPPED = new Set(['BASE', 'META', 'LINK', 'OBJECT', 'EMBED', 'APPLET', 'FRAMESET', 'PORTAL']);

function makeHarmless(element) {
  const tag = element.tagName.toUpperCase();
  if (DROPPED.has(tag)) return void element.remove();
  if (tag === 'IFRAME' || tag === 'FRAME') return void element.replaceWith(frameStandIn(element));
  if (tag === 'SCRIPT') return void element.setAttribute('type', 'application/x-not-run');
  for (const {name, value} of [...element.attributes]) {
    if (/^on/i.test(name)) element.removeAttribute(name);
    else if (/^(src|poster|background|xlink:href)$/i.test(name) && REMOTE.test(value)) {
      element.setAttribute(name, kept(value.trim(), element));
    } else if (name === 'style' && REMOTE_IN_CSS.test(value)) {
      element.setAttribute(name, value.replace(REMOTE_IN_CSS, (_m, _q, url) => `url("${kept(url)}")`));
    } else if (name === 'srcset') element.removeAttribute(name);
  }
  if (tag === 'IMAGE' && REMOTE.test(element.getAttribute('href') ?? '')) {
    element.setAttribute('href', kept(element.getAttribute('href'), element));
  }
  if (tag === 'STYLE') {
    element.textContent = (element.textContent ?? '').replace(REMOTE_IN_CSS, (_m, _q, url) => `url("${kept(url)}")`);
  }
}

/** @returns {DocumentFragment} */
export function parse(html) {
  const template = document.createElement('template');
  template.innerHTML = html;   // inert: nothing in it loads or runs
  for (const inner of template.content.querySelectorAll('template')) inner.replaceWith(inner.content);
  for (const element of [...template.content.querySelectorAll('*')]) makeHarmless(element);
  return template.content;
}
