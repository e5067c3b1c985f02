// What an element is called depends on where it stands, and how white space shows on whether one
// types there: decorations say so, and node views follow them.

import { Plugin, PluginKey, TextSelection } from 'prosemirror-state'
import { Decoration, DecorationSet } from 'prosemirror-view'

const typingKey = new PluginKey('typing')

/** The words for places: in a list item, in a tight one, in a quotation. */
function placeOf(parent, list, dialect) {
  const family = dialect === 'g1' || dialect === 'g2'
  if (parent.type.name === 'list_item') return family ? 'item' : list.attrs.tight ? 'tight' : ''
  if (parent.type.name === 'blockquote' && dialect === 'g2') return 'quote'
  return ''
}

function decorations(doc, dialect) {
  const found = []
  doc.descendants((node, at, parent) => {
    if (!node.isBlock) return
    const list = parent.type.name === 'list_item' ? doc.resolve(at).node(-1) : null
    const place = placeOf(parent, list, dialect)
    if (place) found.push(Decoration.node(at, at + node.nodeSize, {}, { place }))
  })
  return DecorationSet.create(doc, found)
}

/** Marks nodes with the place in which they stand. */
export const places = (dialect) => new Plugin({
  state: {
    init: (_config, { doc }) => decorations(doc, dialect),
    apply: (tr, old) => (tr.docChanged ? decorations(tr.doc, dialect) : old),
  },
  props: { decorations(state) { return this.getState(state) } },
})

/**
 * Keeps the spaces visible that one types, in the text in which one types.
 *
 * White space stays what it is on the page until then, so that nothing jumps when one enters.
 */
export const typing = () => new Plugin({
  key: typingKey,
  state: {
    init: () => [],
    apply(tr, touched) {
      const mapped = tr.docChanged ? touched.map((at) => tr.mapping.map(at, -1)) : touched
      const fresh = tr.getMeta(typingKey)
      return fresh === undefined || mapped.includes(fresh) ? mapped : [...mapped, fresh]
    },
  },
  props: {
    decorations(state) {
      const found = []
      for (const at of typingKey.getState(state)) {
        const node = state.doc.nodeAt(at)
        if (!node?.isTextblock) continue
        found.push(Decoration.node(at, at + node.nodeSize, { style: 'white-space: break-spaces' }))
      }
      return DecorationSet.create(state.doc, found)
    },
    handleDOMEvents: { beforeinput: touch, compositionstart: touch },
  },
})

/** Before the browser changes the text, or it would write a space at an edge as one that stays. */
function touch(view, event) {
  if (view.composing || event.inputType?.startsWith('format')) return false
  const selection = selectionInPage(view)
  const { $from } = selection
  if (!$from.parent.isTextblock || $from.parent.type.spec.code) return false
  const at = $from.before()
  if (!typingKey.getState(view.state).includes(at)) {
    const { tr } = view.state
    view.dispatch(tr.setSelection(selection).setMeta(typingKey, at).setMeta('addToHistory', false))
  }
  return false
}

/** Where the caret is: the editor hears a moment later that a key or the mouse has moved it. */
function selectionInPage(view) {
  const { doc, selection } = view.state
  const { anchorNode, anchorOffset, focusNode, focusOffset } = document.getSelection()
  if (!(selection instanceof TextSelection) || !view.dom.contains(anchorNode) || !view.dom.contains(focusNode)) return selection
  const [anchor, head] = [view.posAtDOM(anchorNode, anchorOffset), view.posAtDOM(focusNode, focusOffset)]
  return TextSelection.between(doc.resolve(anchor), doc.resolve(head))
}

const TAGS = {
  item: { paragraph: 'div', heading: 'div', blockquote: 'div' },
  tight: { paragraph: 'div' },
  quote: { paragraph: 'span', heading: 'span' },
}

function tagOf(node, place) {
  const own = { paragraph: 'p', blockquote: 'blockquote', heading: `h${node.attrs.level}` }
  return TAGS[place]?.[node.type.name] ?? own[node.type.name]
}

class PlacedView {
  constructor(node, decorations) {
    this.node = node
    this.place = placeIn(decorations)
    this.dom = this.contentDOM = document.createElement(tagOf(node, this.place))
    if (this.place === 'tight' && node.type.name === 'paragraph' || this.place === 'quote') {
      this.dom.style.display = 'contents'   // there is no such element on the page
    }
  }

  update(node, decorations) {
    const place = placeIn(decorations)
    const same = node.type === this.node.type && place === this.place
      && tagOf(node, place) === tagOf(this.node, this.place)
    if (same) this.node = node
    return same
  }
}

const placeIn = (decorations) => decorations.find(({ spec }) => spec.place)?.spec.place ?? ''

const view = (node, _view, _at, decorations) => new PlacedView(node, decorations)

export const nodeViews = { paragraph: view, heading: view, blockquote: view }
