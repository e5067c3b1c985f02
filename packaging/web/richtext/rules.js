// Markdown shortcuts while one types.

import { InputRule, inputRules, textblockTypeInputRule, wrappingInputRule } from 'prosemirror-inputrules'
import { joinLists } from './lists.js'
import { isSafe } from './schema.js'

/** Signs around words become a mark; `attrs` makes its attributes of the match, or null for none. */
function around(pattern, type, attrs = (_match) => ({})) {
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

/** A sign before words makes a list of them, which is one with the lists beside it. */
function listed(pattern, type) {
  const wrapping = wrappingInputRule(pattern, type)
  return new InputRule(pattern, (state, ...found) => {
    const tr = wrapping.handler(state, ...found)
    return tr && joinLists(tr, state.doc, tr.mapping)
  })
}

export function rules({ nodes, marks }, offer) {
  const found = []
  if (marks.strong) found.push(around(/(^|[\s([{"'])\*\*([^*\s](?:[^*]*[^*\s])?)\*\*$/, marks.strong))
  if (marks.strong) found.push(around(/(^|\s)__([^_\s](?:[^_]*[^_\s])?)__$/, marks.strong))
  if (marks.em) found.push(around(/(^|[\s([{"'])\*([^*\s](?:[^*]*[^*\s])?)\*$/, marks.em))
  if (marks.em) found.push(around(/(^|\s)_([^_\s](?:[^_]*[^_\s])?)_$/, marks.em))
  if (marks.strike) found.push(around(/(^|[\s([{"'])~~([^~\s](?:[^~]*[^~\s])?)~~$/, marks.strike))
  if (marks.code) found.push(around(/(^|[^`])`([^`]+)`$/, marks.code))
  if (marks.link) {
    found.push(around(/(^|[^!\\])\[([^[\]]+)\]\(([^()\s]+)\)$/, marks.link, ([, , , href]) => isSafe(href) && { href }))
  }
  if (offer.nodes.includes('heading')) {
    found.push(textblockTypeInputRule(/^(#{1,6})\s$/, nodes.heading, (match) => ({ level: match[1].length })))
  }
  if (offer.nodes.includes('bullet_list')) found.push(listed(/^\s*[-+*]\s$/, nodes.bullet_list))
  if (offer.nodes.includes('ordered_list')) {
    found.push(listed(/^(1)[.)]\s$/, nodes.ordered_list))
  }
  if (offer.nodes.includes('blockquote')) found.push(wrappingInputRule(/^\s*>\s$/, nodes.blockquote))
  return inputRules({ rules: found })
}
