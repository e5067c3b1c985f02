// The schema of documents: nodes and marks with the elements that the site renders for them.

import { Schema } from 'prosemirror-model'

const escaped = (text) => text.replace(/&/g, '&amp;').replace(/</g, '&lt;').replace(/"/g, '&quot;')

/** An element for content that is shown but not editable. It makes no box of its own. */
function opaque(tag, html, parse) {
  const dom = document.createElement(tag)
  dom.style.display = 'contents'
  dom.setAttribute('data-fp-opaque', '')
  dom.append(parse(html))
  return dom
}

function picture({ src, alt, title }, { dialect, parse }) {
  const text = dialect.title_is_alt ? title : alt
  let html = `<img src="${escaped(src)}"`
  if (!dialect.title_is_alt || text) html += ` alt="${escaped(text)}"`
  if (!dialect.title_is_alt && title) html += ` title="${escaped(title)}"`
  return parse(`${html}>`).firstChild
}

/** Whether an address runs no code. Browsers ignore white space in a scheme, so it is removed first. */
export const isSafe = (address) => !/^(javascript|vbscript|data|file):/i.test(address.replace(/[\s\x00-\x1f]/g, ''))

const list = (types) => `(${[...types, 'opaque'].join(' | ')})+`

/** The schema of a dialect. @param {any} options see `open` in main.js */
export function makeSchema(options) {
  const { offer, parse } = options
  const has = (name) => offer.nodes.includes(name)
  const line = has('hard_break') ? '(inline | hard_break)*' : 'inline*'
  const nodes = {
    doc: { content: 'block+' },
    paragraph: { group: 'block', content: line, parseDOM: [{ tag: 'p' }], toDOM: () => ['p', 0] },
    heading: {
      group: 'block', content: 'inline*', defining: true, attrs: { level: { default: 2 } },
      parseDOM: [1, 2, 3, 4, 5, 6].map((level) => ({ tag: `h${level}`, attrs: { level } })),
      toDOM: (node) => [`h${node.attrs.level}`, 0],
    },
    bullet_list: {
      group: 'block', content: 'list_item+', attrs: { tight: { default: true } },
      parseDOM: [{ tag: 'ul' }], toDOM: () => ['ul', 0],
    },
    ordered_list: {
      group: 'block', content: 'list_item+', attrs: { tight: { default: true }, order: { default: 1 } },
      parseDOM: [{ tag: 'ol', getAttrs: (dom) => ({ order: offer.orders ? dom.start : 1 }) }],
      toDOM: ({ attrs }) => ['ol', offer.orders && attrs.order !== 1 ? { start: attrs.order } : {}, 0],
    },
    list_item: {
      content: list(offer.in_items), defining: true, parseDOM: [{ tag: 'li' }], toDOM: () => ['li', 0],
    },
    blockquote: {
      group: 'block', content: list(offer.in_quotes), defining: true,
      parseDOM: [{ tag: 'blockquote' }], toDOM: () => ['blockquote', 0],
    },
    code_block: {
      group: 'block', content: 'text*', marks: '', code: true, defining: true,
      attrs: { params: { default: '' } },
      parseDOM: [{ tag: 'pre', preserveWhitespace: 'full' }],
      toDOM: () => ['pre', ['code', 0]],
    },
    horizontal_rule: { group: 'block', parseDOM: [{ tag: 'hr' }], toDOM: () => ['hr'] },
    opaque: {
      group: 'block', atom: true, attrs: { source: {}, html: { default: '' } },
      toDOM: ({ attrs }) => opaque('div', attrs.html, parse),
    },
    text: { group: 'inline' },
    image: {
      group: 'inline', inline: true, draggable: true,
      attrs: { src: {}, alt: { default: '' }, title: { default: '' } },
      parseDOM: [{
        tag: 'img[src]',
        getAttrs: (dom) => isSafe(dom.getAttribute('src')) && {
          src: dom.getAttribute('src'), alt: dom.alt, title: dom.title,
        },
      }],
      toDOM: ({ attrs }) => picture(attrs, options),
    },
    hard_break: { inline: true, selectable: false, parseDOM: [{ tag: 'br' }], toDOM: () => ['br'] },
    opaque_inline: {
      group: 'inline', inline: true, atom: true, attrs: { source: {}, html: { default: '' } },
      toDOM: ({ attrs }) => opaque('span', attrs.html, parse),
    },
  }
  if (!has('hard_break')) delete nodes.hard_break
  return new Schema({ nodes, marks: marks(options) })
}

function marks({ offer, titles = offer.titles }) {
  const link = {
    attrs: { href: {}, title: { default: '' } }, inclusive: false,
    parseDOM: [{
      tag: 'a[href]',
      getAttrs: (dom) => isSafe(dom.getAttribute('href'))
        && { href: dom.getAttribute('href'), title: titles ? dom.title : '' },
    }],
    toDOM: ({ attrs }) => ['a', titles && attrs.title ? attrs : { href: attrs.href }, 0],
  }
  const all = {
    // A bare address that the site renders as a link. It is shown but not written as one.
    autolink: { attrs: { href: {} }, inclusive: false, toDOM: ({ attrs }) => ['a', attrs, 0] },
    link,
    strong: { parseDOM: [{ tag: 'strong' }, { tag: 'b' }], toDOM: () => ['strong', 0] },
    em: { parseDOM: [{ tag: 'em' }, { tag: 'i' }], toDOM: () => ['em', 0] },
    strike: { parseDOM: [{ tag: 's' }, { tag: 'del' }, { tag: 'strike' }], toDOM: () => ['s', 0] },
    code: { code: true, parseDOM: [{ tag: 'code' }], toDOM: () => ['code', 0] },
  }
  const kept = Object.entries(all).filter(([name]) => name === 'autolink' || offer.marks.includes(name))
  return Object.fromEntries(kept.map(([name, spec]) => {
    const others = offer.excluded[name] ?? []
    return [name, { ...spec, ...(others.length ? { excludes: [name, ...others].join(' ') } : {}) }]
  }))
}
