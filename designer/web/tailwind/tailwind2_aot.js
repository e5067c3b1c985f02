// The ahead-of-time mode of Tailwind 2.2.19: a build of all classes.

import processFeatures from 'tailwindcss/lib/processTailwindFeatures.js'
import evaluateFunctions from 'tailwindcss/lib/lib/evaluateTailwindFunctions.js'
import escapeClassName from 'tailwindcss/lib/util/escapeClassName.js'

import { split } from './sheet.js'
import { buildKnown, withoutUnknownClasses } from './unknown_names.js'

const CLASS = /\.((?:\\.|[\w-]|[^\x00-\x7f])+)/g

// The class names in selectors, escaped as they stand there.
function addClasses(names, root) {
  root.walkRules(({ selector }) => {
    for (const [, name] of selector.matchAll(CLASS)) names.add(name)
  })
  return names
}

/**
 * @param {object} config a resolved configuration
 * @param {import('postcss').Root} root the style sheet
 * @param {import('./gaps.js').Gaps} gaps
 * @returns {Promise<object>} the sheet with all classes
 */
export async function aheadOfTime(config, root, gaps) {
  const build = async (copy) => (await processFeatures(() => config)(copy, { messages: [], opts: {} })).root
  try {
    return split(await build(root.clone()))
  } catch (error) {
    if (!gaps.isIncomplete) throw error
  }
  // A build takes seconds and names one unknown class, so all of them are found by one build without them.
  await buildKnown(root, gaps, (copy) => evaluateFunctions({ tailwindConfig: config })(copy))
  const bare = root.clone()
  bare.walkAtRules('apply', (rule) => void rule.remove())
  const names = addClasses(addClasses(new Set(), root), await buildKnown(bare, gaps, build))
  withoutUnknownClasses(root, (name) => names.has(escapeClassName(name)))
  return split(await buildKnown(root, gaps, build))
}
