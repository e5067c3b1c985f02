// Markdown shortcuts during typing.

import { InputRule, inputRules, textblockTypeInputRule, wrappingInputRule } from 'prosemirror-inputrules'
import { joinLists } from './join_lists.js'
import { isSafe } from './schema.js'

/** Delimiters around a text become a mark. `attrs` returns its attributes; null refuses the match. */
function delimited(pattern, type, attrs = (_match) => ({})) {
  return new InputRule(pattern, (state, match, start, end) => {
    const words = match[2], made = attrs(match)
    const { $from } = state.selection
    if (!made || !$from.parent.type.allowsMarkType(type)) return null
    const begin = start + match[1].length
    const open = begin + match[0].slice(match[1].length).indexOf(words)
    const shut = open + words.length
    const tr = state.tr
    if (shut < end) tr.delete(shut, end)
    tr.delete(begin, open)
    return tr.addMark(begin, begin + words.length, type.create(made)).removeStoredMark(type)
  })
}

/** A marker at the start of a paragraph makes a list, joined with adjacent lists. */
function listMarker(pattern, type) {
  const wrapping = wrappingInputRule(pattern, type)
  return new InputRule(pattern, (state, ...found) => {
    const tr = wrapping.handler(state, ...found)
    return tr && joinLists(tr, state.doc, tr.mapping)
  })
}

/** The plug-in with the Markdown shortcuts for the nodes and marks that the dialect offers. */
export function rules({ nodes, marks }, offer) {
  const found = []
  if (marks.strong) found.push(delimited(/(^|[\s([{"'])\*\*([^*\s](?:[^*]*[^*\s])?)\*\*$/, marks.strong))
  if (marks.strong) found.push(delimited(/(^|\s)__([^_\s](?:[^_]*[^_\s])?)__$/, marks.strong))
  if (marks.em) found.push(delimited(/(^|[\s([{"'])\*([^*\s](?:[^*]*[^*\s])?)\*$/, marks.em))
  if (marks.em) found.push(delimited(/(^|\s)_([^_\s](?:[^_]*[^_\s])?)_$/, marks.em))
  if (marks.strike) found.push(delimited(/(^|[\s([{"'])~~([^~\s](?:[^~]*[^~\s])?)~~$/, marks.strike))
  if (marks.code) found.push(delimited(/(^|[^`])`([^`]+)`$/, marks.code))
  if (marks.link) {
    found.push(delimited(/(^|[^!\\])\[([^[\]]+)\]\(([^()\s]+)\)$/, marks.link, ([, , , href]) => isSafe(href) && { href }))
  }
  if (offer.nodes.includes('heading')) {
    found.push(textblockTypeInputRule(/^(#{1,6})\s$/, nodes.heading, (match) => ({ level: match[1].length })))
  }
  if (offer.nodes.includes('bullet_list')) found.push(listMarker(/^\s*[-+*]\s$/, nodes.bullet_list))
  if (offer.nodes.includes('ordered_list')) {
    found.push(listMarker(/^(1)[.)]\s$/, nodes.ordered_list))
  }
  if (offer.nodes.includes('blockquote')) found.push(wrappingInputRule(/^\s*>\s$/, nodes.blockquote))
  return inputRules({ rules: found })
}
