// Parses a site's style sheet and inlines imports of the site's files and packages. Tailwind 4 does this itself;
// older versions leave it to other tools.

import postcss from 'postcss'
import valueParser from 'postcss-value-parser'

import { folderOf, linkOf, resolvePath } from './module_loader.js'

const CSS_ENDINGS = ['', '.css']

/** An address outside the site. Its import stays. */
export const REMOTE = /^(?:[a-z][a-z+.-]*:)?\/\//i

const LAYER = /^tailwindcss\/(base|components|utilities|screens|variants)(?:\.css)?$/

function wordsOf(params) {
  const [first, ...rest] = valueParser(params).nodes
  const address = first?.type === 'function' ? first.nodes[0]?.value : first?.value
  return { address: address ?? '', conditions: valueParser.stringify(rest).trim() }
}

function wrapped(nodes, conditions) {
  const layer = /^layer(?:\(([^)]*)\))?\s*/.exec(conditions)
  const media = layer ? conditions.slice(layer[0].length) : conditions
  let inner = nodes
  if (media) inner = [postcss.atRule({ name: 'media', params: media, nodes: inner })]
  if (layer) inner = [postcss.atRule({ name: 'layer', params: layer[1] ?? '', nodes: inner })]
  return inner
}

const mayPrecede = (node) =>
  node.type === 'comment' || (node.type === 'atrule' && !node.nodes && /^(charset|import|layer)$/.test(node.name))

/** The path of an imported style sheet of the site or of a package; null if it is missing. */
export const findSheet = ({ files, sheets = {} }, address, from) =>
  linkOf(sheets, from, address) ?? resolvePath(files, address, folderOf(from), CSS_ENDINGS)

/**
 * The style sheet with its imports, as one PostCSS tree.
 *
 * @param {object} source the site's files by path, and the paths of the style sheets of packages
 * @param {string} path the style sheet
 * @param {import('./gaps.js').Gaps} gaps records missing style sheets
 * @returns {import('postcss').Root}
 */
export function assemble(source, path, gaps, above = []) {
  const { files } = source
  const root = postcss.parse(files[path], { from: path })
  const start = root.nodes.findIndex((node) => !mayPrecede(node))
  const late = new Set(start < 0 ? [] : root.nodes.slice(start))
  root.walkAtRules('import', (rule) => {
    if (late.has(rule)) return void rule.remove() // browsers and bundlers ignore a late import too
    const { address, conditions } = wordsOf(rule.params)
    if (REMOTE.test(address)) return
    const layer = LAYER.exec(address)
    const found = layer ? null : findSheet(source, address, path)
    if (!layer && found === null) gaps.missingSheet()
    if (layer) rule.replaceWith(postcss.atRule({ name: 'tailwind', params: layer[1], source: rule.source }))
    else if (found === null || found === path || above.includes(found)) rule.remove()
    else rule.replaceWith(wrapped(assemble(source, found, gaps, [...above, path]).nodes, conditions))
  })
  return root
}
