// Builds a style sheet that uses names of missing packages: `@apply btn`, `theme(colors.base-100)`.
// Tailwind refuses the whole sheet for one unknown name, so each such use is taken out of it.

const UNKNOWN_CLASS = /^(?:The|Cannot apply (?:unknown )?utility class) `(.+?)`/
const UNKNOWN_VALUE = /^Could not resolve value for theme function: `theme\((.+)\)`/
const UNKNOWN_VARIANT = /^Cannot use `@variant` with unknown variant: (.+)/

const reasonOf = (error) => String(error?.reason ?? error?.message ?? error)

/**
 * Removes unknown classes from all `@apply`.
 *
 * @param {import('postcss').Root} root
 * @param {(name: string) => boolean} isKnown
 * @returns {boolean} whether there were any
 */
export function withoutUnknownClasses(root, isKnown) {
  let found = false
  root.walkAtRules('apply', (rule) => {
    const names = rule.params.split(/\s+/)
    const rest = names.filter((name) => name === '!important' || isKnown(name))
    if (rest.length === names.length) return
    found = true
    if (rest.some((name) => name !== '!important')) rule.params = rest.join(' ')
    else rule.remove()
  })
  return found
}

function without(root, isUse) {
  const uses = []
  root.walk((node) => void ((node.type === 'decl' || node.type === 'atrule') && isUse(node) && uses.push(node)))
  for (const node of uses) node.remove()
  return uses.length > 0
}

/**
 * Removes from a style sheet what an error of Tailwind is about.
 *
 * @param {import('postcss').Root} root
 * @param {any} error
 * @returns {boolean} whether anything was removed
 */
export function withoutCause(root, error) {
  const reason = reasonOf(error)
  const [, name] = UNKNOWN_CLASS.exec(reason) ?? []
  if (name !== undefined) return withoutUnknownClasses(root, (each) => each !== name)
  const [, value] = UNKNOWN_VALUE.exec(reason) ?? []
  if (value !== undefined) return without(root, ({ value: text, params }) => (text ?? params).includes(value))
  const [, variant] = UNKNOWN_VARIANT.exec(reason) ?? []
  if (variant !== undefined) return without(root, (node) => node.name === 'variant' && node.params === variant)
  if (error?.line === undefined) return false
  return without(root, ({ source }) => {
    const { line, column } = source?.start ?? {}
    return source?.input.from === error.file && line === error.line && column === error.column
  })
}

/**
 * Builds a style sheet. If something is missing, uses of unknown names are removed from it.
 *
 * @param {import('postcss').Root} root the style sheet; it is cloned for each attempt
 * @param {import('./gaps.js').Gaps} gaps
 * @param {(root: import('postcss').Root) => Promise<any>} build
 */
export async function buildKnown(root, gaps, build) {
  for (;;) {
    try {
      return await build(root.clone())
    } catch (error) {
      if (!gaps.isIncomplete || !withoutCause(root, error)) throw error
    }
  }
}
