// The part of a resolved theme that can be told in JSON.

const PIXELS = { px: 1, rem: 16, em: 16 }

/** A length in pixels, or null for one that is none by itself. */
export function pixels(length) {
  const parts = /^([\d.]+)(px|rem|em)$/.exec(String(length).trim())
  return parts ? Number(parts[1]) * PIXELS[parts[2]] : null
}

function screen(definition, mediaQuery) {
  const query = typeof definition === 'object' ? definition : { min: definition }
  const limits = {}
  for (const side of ['min', 'max']) {
    if (query[side] !== undefined) limits[side] = pixels(query[side])
  }
  const clear = Object.keys(limits).length > 0 && !Object.values(limits).includes(null)
  return clear ? limits : { raw: mediaQuery(definition) }
}

function resolved(value) {
  if (typeof value !== 'function') return value
  try {
    return value({})
  } catch {
    return undefined // a function that wants to know more than a colour's does
  }
}

/**
 * The theme without functions; `screens` as a list, since their order decides which one wins:
 * `[name, {min?, max?}]` in pixels, or `[name, {raw}]` for a query that says something else.
 *
 * @param {object} theme the resolved theme of a configuration
 * @param {(definition: any) => string} mediaQuery how this Tailwind writes a screen
 */
export function tell(theme, mediaQuery) {
  const { screens, ...rest } = theme
  const told = JSON.parse(JSON.stringify(rest, (_key, value) => resolved(value)))
  return { screens: Object.entries(screens).map(([name, is]) => [name, screen(is, mediaQuery)]), ...told }
}
