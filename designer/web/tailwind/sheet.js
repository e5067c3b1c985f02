// Splits Tailwind's output into units and indexes them by class.

import selectorParser from 'postcss-selector-parser'

import { REMOTE } from './site_stylesheet.js'

/** The comment that marks the position of the site's own styles. */
export const MARKER = 'frontispiece: the styles of the site'

// At-rules that contain rules. Every other at-rule is one unit.
const GROUPS = new Set(['media', 'supports', 'layer', 'container', '-moz-document'])

// At-rules for Tailwind or for a bundler, which a finished build may still have.
const NOT_FOR_BROWSERS = new Set(['tailwind', 'charset', 'config', 'source'])

// Layers in which Tailwind 4 declares all variables in one rule. Each variable becomes a unit, so a
// build with more classes only adds units.
const VARIABLES = new Set(['theme', 'properties'])

const oneLine = (text) => text.replace(/\s*\n\s*/g, ' ')

// The raw value of a custom property is significant; other values become one line.
function valueOf({ prop, value, raws }) {
  return prop.startsWith('--') ? (raws.value?.raw ?? value) : oneLine(value)
}

const headOf = ({ name, params }) => (params ? `@${name} ${oneLine(params)}` : `@${name}`)

function cssOf(node) {
  if (node.type === 'decl') {
    return `${node.prop}:${valueOf(node)}${node.important ? '!important' : ''}`
  }
  const head = node.type === 'rule' ? oneLine(node.selector) : headOf(node)
  return node.nodes ? `${head}{${bodyOf(node)}}` : `${head};`
}

function bodyOf(node) {
  const parts = node.nodes.filter((child) => child.type !== 'comment')
  return parts.map((part, at) => cssOf(part) + (part.type === 'decl' && at + 1 < parts.length ? ';' : '')).join('')
}

function isVariables(node, layer) {
  return VARIABLES.has(layer) && node.nodes.length > 0 && node.nodes.every((child) => child.prop?.startsWith('--'))
}

function add(node, wrap, layer, found) {
  const selector = node.selector ?? null
  if (node.type === 'rule' && isVariables(node, layer)) {
    for (const child of node.nodes) {
      found.units.push({ css: wrap(`${oneLine(selector)}{${cssOf(child)}}`), selector })
    }
  } else if (node.type !== 'rule' || node.nodes.length > 0) {
    found.units.push({ css: wrap(cssOf(node)), selector })
  }
}

function collect(container, wrap, layer, found) {
  for (const node of container.nodes) {
    if (node.type === 'comment') {
      if (node.text === MARKER) found.siteAt = found.units.length
    } else if (node.type === 'atrule' && NOT_FOR_BROWSERS.has(node.name)) {
      continue // an `@tailwind` left over would swallow the next rule
    } else if (node.type === 'atrule' && node.name === 'import') {
      const [address] = /[^"'()\s]*\/\/[^"'()\s]*/.exec(node.params) ?? ['']
      if (REMOTE.test(address)) found.imports.push(address)
    } else if (node.type === 'atrule' && node.nodes && GROUPS.has(node.name)) {
      const inner = (css) => wrap(`${headOf(node)}{${css}}`)
      collect(node, inner, node.name === 'layer' ? node.params : layer, found)
    } else {
      add(node, wrap, layer, found)
    }
  }
}

// The classes that a selector needs to match. `:is()` and `:where()` need the classes that all their
// alternatives need. Other pseudo-classes, such as `:not()`, need none.
function needs(selector) {
  return selector.nodes.flatMap((node) => {
    if (node.type === 'class') return [node.value]
    if (node.type !== 'pseudo' || !/^:(is|where)$/.test(node.value)) return []
    const [first = [], ...others] = node.nodes.map(needs)
    return first.filter((name) => others.every((names) => names.includes(name)))
  })
}

const parser = selectorParser((selectors) => selectors.map(needs))

const known = new Map()

/** The classes that each selector of a list needs. */
function neededClasses(list) {
  if (!known.has(list)) known.set(list, parser.transformSync(list))
  return known.get(list)
}

function rarest(names, counts) {
  return names.reduce((best, name) => (counts.get(name) <= counts.get(best) ? name : best))
}

/**
 * Splits a finished build into its units, the index of units by class, and the web addresses of
 * imported style sheets.
 *
 * A selector with several classes needs all of them, so its rule is indexed only by the class with
 * the fewest rules: by `.group-hover:x`, not by `.group`.
 *
 * @param {import('postcss').Root} root
 */
export function split(root) {
  const found = { units: [], imports: [], siteAt: 0 }
  collect(root, (css) => css, '', found)

  const lists = found.units.map(({ selector }) =>
    selector === null ? [[]] : neededClasses(selector),
  )
  const counts = new Map()
  for (const selectors of lists) {
    for (const name of new Set(selectors.flat())) counts.set(name, (counts.get(name) ?? 0) + 1)
  }

  const classes = new Map()
  const always = []
  lists.forEach((selectors, number) => {
    if (selectors.some((names) => names.length === 0)) {
      always.push(number)
      return
    }
    for (const name of new Set(selectors.map((names) => rarest(names, counts)))) {
      if (!classes.has(name)) classes.set(name, [])
      classes.get(name).push(number)
    }
  })
  return {
    units: found.units.map(({ css }) => css),
    classes: Object.fromEntries(classes),
    always,
    site_at: found.siteAt,
    imports: found.imports,
  }
}
