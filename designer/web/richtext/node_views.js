// Node views that render elements as the site does. The tag of a node depends on its context, and its
// white space on whether it was edited; decorations carry both to the node views.

import { Plugin, PluginKey, TextSelection } from 'prosemirror-state'
import { Decoration, DecorationSet } from 'prosemirror-view'

const typingKey = new PluginKey('typing')

/** The context of a node: `item`, `tight` (an item of a tight list), `quote`, or none. */
function contextOf(parent, list, dialect) {
  if (parent.type.name === 'list_item') return dialect.wraps_items ? 'item' : list.attrs.tight ? 'tight' : ''
  if (parent.type.name === 'blockquote' && dialect.wraps_quotes) return 'quote'
  return ''
}

function decorations(doc, dialect) {
  const found = []
  doc.descendants((node, at, parent) => {
    if (!node.isBlock) return
    const list = parent.type.name === 'list_item' ? doc.resolve(at).node(-1) : null
    const context = contextOf(parent, list, dialect)
    if (context) found.push(Decoration.node(at, at + node.nodeSize, {}, { context }))
  })
  return DecorationSet.create(doc, found)
}

/** Plugin: decorates nodes with their context. */
export const contexts = (dialect) => new Plugin({
  state: {
    init: (_config, { doc }) => decorations(doc, dialect),
    apply: (tr, old) => (tr.docChanged ? decorations(tr.doc, dialect) : old),
  },
  props: { decorations(state) { return this.getState(state) } },
})

/**
 * Plugin: preserves typed spaces in edited text blocks.
 *
 * Until its first edit a block keeps the white space of the page, so that opening the editor moves
 * nothing.
 */
export const preserveTypedSpaces = () => new Plugin({
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
    handleDOMEvents: { keydown: readCaret, beforeinput: touch, compositionstart: touch },
  },
})

/**
 * Marks the text block as edited before the browser changes it. Afterwards is too late: the browser
 * would already have inserted a no-break space at an edge.
 */
function touch(view, event) {
  if (view.composing || event.inputType?.startsWith('format')) return false
  const selection = domSelection(view)
  const { $from } = selection
  if (!$from.parent.isTextblock || $from.parent.type.spec.code) return false
  const at = $from.before()
  if (!typingKey.getState(view.state).includes(at)) {
    const { tr } = view.state
    view.dispatch(tr.setSelection(selection).setMeta(typingKey, at).setMeta('addToHistory', false))
  }
  return false
}

/**
 * Reads the caret before a key is handled, since the key before may have moved it.
 *
 * For 200 ms after the focus, ProseMirror takes a caret at the start of the text for one that the
 * browser placed, and moves it back. A caret that a key has moved must stay.
 */
export function readCaret(view) {
  if (view.composing) return false
  view.input.lastFocus = 0
  const selection = domSelection(view)
  if (!selection.eq(view.state.selection)) view.dispatch(view.state.tr.setSelection(selection))
  return false
}

/** The selection in the DOM. ProseMirror learns of a moved caret a moment later. */
function domSelection(view) {
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

/** The tag of a node in its context, as the site renders it. */
function tagOf(node, context) {
  const own = { paragraph: 'p', blockquote: 'blockquote', heading: `h${node.attrs.level}` }
  return TAGS[context]?.[node.type.name] ?? own[node.type.name]
}

class ContextView {
  constructor(node, decorations) {
    this.node = node
    this.context = contextIn(decorations)
    this.dom = this.contentDOM = document.createElement(tagOf(node, this.context))
    if (this.context === 'tight' && node.type.name === 'paragraph' || this.context === 'quote') {
      this.dom.style.display = 'contents'   // the site renders no such element
    }
  }

  update(node, decorations) {
    const context = contextIn(decorations)
    const same = node.type === this.node.type && context === this.context
      && tagOf(node, context) === tagOf(this.node, this.context)
    if (same) this.node = node
    return same
  }
}

const contextIn = (decorations) => decorations.find(({ spec }) => spec.context)?.spec.context ?? ''

const view = (node, _view, _at, decorations) => new ContextView(node, decorations)

export const nodeViews = { paragraph: view, heading: view, blockquote: view }
