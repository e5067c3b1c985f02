// Reduces pasted HTML of word processors and web pages to plain structure.

const REMOVED = 'script, style, meta, link, title, xml, template, object, embed, iframe, form, input, button, svg'

/** Whether a clipboard or drop has a picture, as a file or in its HTML. */
export const holdsPicture = (data) => Boolean(data) && ([...data.files].some(({ type }) => type.startsWith('image/'))
  || /<img\b/i.test(data.getData('text/html')))

/** Cleans clipboard HTML. The schema drops whatever else the dialect does not offer. */
export function cleanHtml(html) {
  const page = new DOMParser().parseFromString(html, 'text/html')   // inert: loads and runs nothing
  const comments = page.createNodeIterator(page, NodeFilter.SHOW_COMMENT)
  for (let node = comments.nextNode(); node; node = comments.nextNode()) node.remove()
  convertWordLists(page)
  for (const element of page.body.querySelectorAll(REMOVED)) element.remove()
  for (const element of [...page.body.querySelectorAll('*')]) convertStyles(page, element)
  for (const element of page.body.querySelectorAll('p, div')) {
    if (!element.textContent.replace(/\u00a0/g, ' ').trim() && !element.querySelector('img, hr')) element.remove()
  }
  const texts = page.createNodeIterator(page.body, NodeFilter.SHOW_TEXT)
  for (let node = texts.nextNode(); node; node = texts.nextNode()) {
    node.data = node.data.replace(/\u00a0(?=\s)|(?<=\s)\u00a0/g, ' ')
  }
  return page.body.innerHTML
}

/** Turns inline styles for bold, italic and strikethrough into elements, and removes all others. */
function convertStyles(page, element) {
  const { fontWeight, fontStyle, textDecorationLine, textDecoration } = element.style ?? {}
  const tag = element.tagName
  const names = []
  const isText = /^(SPAN|FONT)$/.test(tag)
  if (isText && /^(bold|bolder|[6-9]00)$/.test(fontWeight)) names.push('strong')
  if (isText && /^(italic|oblique)$/.test(fontStyle)) names.push('em')
  if (isText && /line-through/.test(textDecorationLine || textDecoration)) names.push('s')
  const isNothing = /^(B|STRONG)$/.test(tag) && /^(normal|[1-5]00)$/.test(fontWeight)
    || /^(I|EM)$/.test(tag) && fontStyle === 'normal'
  for (const { name } of [...element.attributes]) {
    if (!['href', 'src', 'alt', 'title', 'start', 'data-pm-slice'].includes(name)) element.removeAttribute(name)
  }
  for (const name of names) {
    const inner = page.createElement(name)
    inner.append(...element.childNodes)
    element.append(inner)
  }
  if (isNothing) element.replaceWith(...element.childNodes)
}

/** Rebuilds lists of Word, which writes items as paragraphs with list and level in a style. */
function convertWordLists(page) {
  /** @type {{level: number, list: Element}[]} */ let open = []
  let last = null
  for (const paragraph of [...page.body.querySelectorAll('p')]) {
    const found = /mso-list:\s*(\S+)\s+level(\d+)/i.exec(paragraph.getAttribute('style') ?? '')
    if (!found) { open = []; continue }
    if (last !== paragraph.previousElementSibling && !open.at(0)?.list.isSameNode(paragraph.previousElementSibling)) open = []
    const level = Number(found[2])
    const sign = paragraph.querySelector('[style*="mso-list:Ignore"], [style*="mso-list: Ignore"]')
    const kind = /^\s*(\d+|[a-z]|[ivx]+)[.)]/i.test(sign?.textContent ?? '') ? 'ol' : 'ul'
    sign?.remove()
    while (open.length && open.at(-1).level > level) open.pop()
    if (!open.length || open.at(-1).level < level) {
      const list = page.createElement(kind)
      const parent = open.at(-1)?.list.lastElementChild
      if (parent) parent.append(list)
      else paragraph.before(list)
      open.push({ level, list })
    }
    const item = page.createElement('li')
    const text = page.createElement('p')
    text.append(...paragraph.childNodes)
    item.append(text)
    open.at(-1).list.append(item)
    paragraph.remove()
    last = open[0].list
  }
}
