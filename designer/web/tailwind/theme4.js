// Converts the theme of Tailwind 4, a list of variables, to the form of older versions.

import { pixels, themeJson } from './theme.js'

// The namespace of variables for each part of the theme. Other parts come from the default theme.
const PARTS = {
  colors: '--color',
  spacing: '--spacing',
  fontFamily: '--font',
  fontSize: '--text',
  fontWeight: '--font-weight',
  letterSpacing: '--tracking',
  lineHeight: '--leading',
  maxWidth: '--container',
  borderRadius: '--radius',
  boxShadow: '--shadow',
  dropShadow: '--drop-shadow',
  blur: '--blur',
  aspectRatio: '--aspect',
  transitionTimingFunction: '--ease',
  animation: '--animate',
}

const UNIT = /^(-?[\d.]+)(px|rem|em)$/

function colours(variables) {
  const result = {}
  for (const [name, value] of variables) {
    const [, group, shade] = /^(.+)-(\d+)$/.exec(name) ?? []
    if (group === undefined) result[name] = result[name] ? { ...result[name], DEFAULT: value } : value
    else result[group] = { ...(typeof result[group] === 'string' ? { DEFAULT: result[group] } : result[group]), [shade]: value }
  }
  return result
}

// A size can have a line height and more: `--text-sm` and `--text-sm--line-height`.
function sizes(variables) {
  const result = {}
  for (const [name, value] of variables) {
    const [size, more] = name.split('--')
    const key = more?.replace(/-./g, ([, letter]) => letter.toUpperCase())
    result[size] = key ? [result[size]?.[0] ?? '', { ...result[size]?.[1], [key]: value }] : [value]
  }
  return result
}

// The steps of the older themes as multiples of the site's step.
function spaces(variables, step, older) {
  const result = Object.fromEntries(variables)
  const [, length, unit] = UNIT.exec(step ?? '') ?? []
  if (length === undefined) return result
  for (const name of Object.keys(older)) {
    if (!Number.isNaN(Number(name))) result[name] ??= `${Number((Number(length) * Number(name)).toFixed(5))}${unit}`
  }
  return { px: '1px', ...result }
}

const families = (variables) =>
  Object.fromEntries(variables.map(([name, value]) => [name, value.split(/\s*,\s*/)]))

// Whether a variable belongs to a longer namespace: `--font-weight-bold` is no font.
const isOfAnother = (namespace, name) =>
  Object.values(PARTS).some(
    (other) => other.startsWith(`${namespace}-`) && `${namespace}-${name}`.startsWith(`${other}-`),
  )

function named(design, namespace, older) {
  const all = [...design.theme.namespace(namespace)]
  const step = all.find(([name]) => name === null)?.[1]
  const variables = all.filter(([name]) => name !== null && !isOfAnother(namespace, name))
  if (namespace === '--text') return sizes(variables.filter(([name]) => !/^shadow(-|$)/.test(name)))
  const plain = variables.filter(([name]) => !name.includes('--'))
  if (namespace === '--color') return colours(plain)
  if (namespace === '--font') return families(plain)
  if (namespace === '--spacing') return spaces(plain, step, older)
  return Object.fromEntries(step === undefined ? plain : [['DEFAULT', step], ...plain])
}

// Breakpoints are sorted by size. Screens of other kinds in a configuration follow them: they are
// variants, and their variables have names like `lg-max`.
function screens(design, configs) {
  const others = configs.flatMap(({ theme }) =>
    Object.entries({ ...theme?.screens, ...theme?.extend?.screens }).filter(([, is]) => typeof is === 'object'),
  )
  const isOther = (name) => others.some(([other]) => name === other || name.startsWith(`${other}-m`))
  const breakpoints = [...design.theme.namespace('--breakpoint')]
    .filter(([name]) => name !== null && !isOther(name))
    .sort(([, a], [, b]) => (pixels(a) ?? 0) - (pixels(b) ?? 0))
  return Object.fromEntries([...breakpoints, ...others])
}

const mediaQuery = ({ raw, min, max }) =>
  raw ?? [min && `(min-width: ${min})`, max && `(max-width: ${max})`].filter(Boolean).join(' and ')

/**
 * The theme in the form of older versions; see `theme.js`.
 *
 * @param {object} design the site's design system
 * @param {object[]} configs its configurations
 * @param {object} defaultTheme the default theme in the older form
 */
export function theme4Json(design, configs, defaultTheme) {
  const own = Object.entries(PARTS).map(([part, namespace]) => [
    part,
    named(design, namespace, defaultTheme[part] ?? {}),
  ])
  const parts = { ...defaultTheme, ...Object.fromEntries(own) }
  const theme = (part) => parts[part] ?? {}
  const result = Object.entries(parts).map(([part, values]) => [
    part,
    typeof values === 'function' ? values({ theme, colors: parts.colors, breakpoints: () => ({}) }) : values,
  ])
  return themeJson({ ...Object.fromEntries(result), screens: screens(design, configs) }, mediaQuery)
}
