// The commands of the editor by name, its key bindings, and the state of the toolbar.

import {
  chainCommands, createParagraphNear, deleteSelection, exitCode, joinBackward, joinForward,
  lift, liftEmptyBlock, newlineInCode, selectAll, selectNodeBackward, selectNodeForward,
  setBlockType, splitBlock, toggleMark, wrapIn,
} from 'prosemirror-commands'
import { undoInputRule } from 'prosemirror-inputrules'
import { liftListItem, sinkListItem, splitListItem, wrapInList } from 'prosemirror-schema-list'
import { TextSelection } from 'prosemirror-state'
import { LISTS } from './join_lists.js'

/** The innermost node of one of these types around the selection, with position and depth. */
export function around(state, types) {
  const { $from } = state.selection
  for (let depth = $from.depth; depth > 0; depth--) {
    const node = $from.node(depth)
    if (types.includes(node.type.name)) return { node, at: $from.before(depth), depth }
  }
  return null
}

function toggleList(type, item) {
  const wrap = wrapInList(type)
  return (state, dispatch) => {
    const inside = around(state, LISTS)
    if (!inside) return wrap(state, dispatch)
    if (inside.node.type === type) return liftListItem(item)(state, dispatch)
    dispatch?.(state.tr.setNodeMarkup(inside.at, type, { ...inside.node.attrs, order: 1 }))
    return true
  }
}

function toggleQuote(type) {
  return (state, dispatch) =>
    around(state, ['blockquote']) ? lift(state, dispatch) : wrapIn(type)(state, dispatch)
}

function toggleBlock(type, attrs, paragraph) {
  return (state, dispatch) => {
    const { parent } = state.selection.$from
    const same = parent.type === type && Object.entries(attrs ?? {}).every(([n, v]) => parent.attrs[n] === v)
    return setBlockType(same ? paragraph : type, same ? null : attrs)(state, dispatch)
  }
}

/** The link at the caret or in the selection, with its range. */
export function linkAt(state) {
  const { link } = state.schema.marks
  const { $from, from, to, empty } = state.selection
  if (!empty) {
    let found = null
    state.doc.nodesBetween(from, to, (node) => { found ??= link.isInSet(node.marks) ?? null })
    return found && { mark: found, from, to }
  }
  const mark = [$from.nodeBefore, $from.nodeAfter].map((node) => node && link.isInSet(node.marks)).find(Boolean)
  if (!mark) return null
  let start = $from.pos, end = $from.pos
  $from.parent.forEach((node, offset) => {
    const at = $from.start() + offset
    if (!mark.isInSet(node.marks)) return
    if (at <= $from.pos && at + node.nodeSize >= $from.pos) {
      start = Math.min(start, at)
      end = Math.max(end, at + node.nodeSize)
    }
  })
  return { mark, from: start, to: end }
}

function setLink(attrs) {
  return (state, dispatch) => {
    const { link } = state.schema.marks
    const old = linkAt(state)
    const { from, to, empty } = state.selection
    const range = empty && old ? old : { from, to }
    const tr = state.tr
    if (!attrs?.href) {
      if (!old) return false
      dispatch?.(tr.removeMark(range.from, range.to, link))
      return true
    }
    const mark = link.create({ href: attrs.href, title: attrs.title ?? old?.mark.attrs.title ?? '' })
    if (empty && !old) {
      if (!state.selection.$from.parent.inlineContent) return false
      dispatch?.(tr.insert(from, state.schema.text(attrs.text || attrs.href, [mark])))
      return true
    }
    if (!state.selection.$from.parent.type.allowsMarkType(link)) return false
    dispatch?.(tr.removeMark(range.from, range.to, link).addMark(range.from, range.to, mark))
    return true
  }
}

function insert(type, attrs) {
  return (state, dispatch) => {
    const node = type.create(attrs)
    if (type.isInline && !state.selection.$from.parent.canReplaceWith(0, 0, type)) return false
    dispatch?.(state.tr.replaceSelectionWith(node).scrollIntoView())
    return true
  }
}

/** The commands of the dialect. Each function takes attributes and returns a ProseMirror command. */
export function commandsOf(schema, offer) {
  const { nodes, marks } = schema
  const all = {
    paragraph: () => setBlockType(nodes.paragraph),
    heading: (attrs) => toggleBlock(nodes.heading, { level: attrs?.level ?? 2 }, nodes.paragraph),
    code_block: () => toggleBlock(nodes.code_block, null, nodes.paragraph),
    bullet_list: () => toggleList(nodes.bullet_list, nodes.list_item),
    ordered_list: () => toggleList(nodes.ordered_list, nodes.list_item),
    blockquote: () => toggleQuote(nodes.blockquote),
    horizontal_rule: () => insert(nodes.horizontal_rule, null),
    image: (attrs) => insert(nodes.image, attrs),
    hard_break: () => nodes.hard_break && chainCommands(exitCode, insert(nodes.hard_break, null)),
  }
  const offered = Object.entries(all).filter(([name]) => offer.nodes.includes(name))
  for (const name of offer.marks) {
    offered.push([name, name === 'link' ? setLink : () => toggleMark(marks[name])])
  }
  return Object.fromEntries(offered)
}

/** Commands for Enter on a line that is only syntax: ``` starts a code block, --- makes a rule. */
function enterShortcuts({ nodes }, commands) {
  const made = (pattern, blocks) => (state, dispatch) => {
    const { $cursor } = state.selection
    if ($cursor?.parent.type !== nodes.paragraph) return false
    const match = pattern.exec($cursor.parent.textBetween(0, $cursor.parent.content.size, null, '\ufffc'))
    const around = $cursor.node(-1), index = $cursor.index(-1)
    const fresh = match ? blocks(match) : []
    if (!fresh.length || !around.canReplaceWith(index, index + 1, fresh[0].type)) return false
    const tr = state.tr.replaceWith($cursor.before(), $cursor.after(), fresh)
    dispatch?.(tr.setSelection(TextSelection.near(tr.doc.resolve($cursor.before() + 1))).scrollIntoView())
    return true
  }
  const found = []
  if (commands.code_block) {
    found.push(made(/^```([^\s`]*)$/, ([, params]) => [nodes.code_block.create({ params })]))
  }
  if (commands.horizontal_rule) {
    found.push(made(/^---$/, () => [nodes.horizontal_rule.create(), nodes.paragraph.create()]))
  }
  return found
}

/** The depth of the innermost list item around a position; 0 without one. */
function itemDepth($place) {
  for (let depth = $place.depth; depth > 0; depth--) if ($place.node(depth).type.name === 'list_item') return depth
  return 0
}

/** Whether Tab moves list items: the caret is at the start of one, or the selection spans several. */
function tabMovesItems({ selection: { $from, $to, empty } }) {
  const from = itemDepth($from), to = itemDepth($to)
  if (!from || !to) return false
  if (empty) return $from.pos - $from.start(from) === $from.depth - from   // no text in between, only opening nodes
  return $from.before(from) !== $to.before(to)
}

/**
 * The key bindings of the editor.
 *
 * @param {any} schema
 * @param {Record<string, Function>} commands
 * @param {any} ask callbacks of the editor: `link`, `toolbar`, `leave`, `undo`, `redo`
 */
export function keysOf(schema, commands, ask) {
  const item = schema.nodes.list_item
  const named = (name, attrs) => (state, dispatch, view) =>
    commands[name] ? commands[name](attrs)(state, dispatch, view) || true : true
  const does = (name, ...more) => () => { ask[name](...more); return true }
  const tab = (moves, how) => (state, dispatch) =>
    tabMovesItems(state) ? moves(state, dispatch) || true : does('leave', how)()
  const enter = chainCommands(
    newlineInCode, ...enterShortcuts(schema, commands), splitListItem(item), createParagraphNear, liftEmptyBlock, splitBlock,
  )
  const back = chainCommands(undoInputRule, deleteSelection, joinBackward, selectNodeBackward)
  const keys = {
    Enter: enter,
    'Shift-Enter': commands.hard_break ? named('hard_break') : enter,
    Backspace: back, 'Mod-Backspace': back, 'Shift-Backspace': back,
    Delete: chainCommands(deleteSelection, joinForward, selectNodeForward),
    'Mod-a': selectAll,
    Tab: tab(sinkListItem(item), 'next'),
    'Shift-Tab': tab(liftListItem(item), 'previous'),
    'Mod-b': named('strong'), 'Mod-i': named('em'), 'Mod-e': named('code'),
    'Mod-k': does('link'),
    'Mod-Shift-7': named('ordered_list'), 'Mod-Shift-8': named('bullet_list'),
    'Mod-Shift-9': named('blockquote'),
    'Ctrl-Alt-0': named('paragraph'),
    'Alt-F10': does('toolbar'), F10: does('toolbar'),
    Escape: does('leave', 'escape'),
    'Mod-z': does('undo'), 'Mod-Shift-z': does('redo'), 'Mod-y': does('redo'),
  }
  for (const level of [1, 2, 3, 4]) keys[`Ctrl-Alt-${level}`] = named('heading', { level })
  return keys
}

/** The state that the toolbar shows: active marks, block, list and link. */
export function stateOf(state, offer) {
  const { from, to, empty, $from } = state.selection
  const marks = {}
  for (const name of offer.marks) {
    const type = state.schema.marks[name]
    marks[name] = empty
      ? Boolean(type.isInSet(state.storedMarks ?? $from.marks()))
      : state.doc.rangeHasMark(from, to, type)
  }
  const link = linkAt(state)
  return {
    marks: { ...marks, link: Boolean(link) },
    link: link ? { ...link.mark.attrs } : null,
    block: $from.parent.type.name,
    level: $from.parent.type.name === 'heading' ? $from.parent.attrs.level : 0,
    list: around(state, LISTS)?.node.type.name ?? '',
    quote: Boolean(around(state, ['blockquote'])),
    empty,
  }
}
