// The just-in-time mode of Tailwind 2.2.19: a build of the requested classes.

import processFeatures from 'tailwindcss/lib/jit/processTailwindFeatures.js'

import { split } from './sheet.js'
import { buildKnown } from './unknown_names.js'

// No files are scanned: the content is the list of requested classes, one a line.
const PURGE = { content: [], extract: { DEFAULT: (line) => [line] } }

/**
 * @param {object} config a resolved configuration
 * @param {import('postcss').Root} root the style sheet
 * @param {import('./gaps.js').Gaps} gaps
 * @returns {Promise<(classes: string[]) => Promise<object>>} a function from classes to their sheet
 */
export async function justInTime(config, root, gaps) {
  const requested = { ...config, purge: PURGE }
  let context = null
  let bare = null // the style sheet without the layers that the context took from it

  async function build(copy, classes) {
    const setUp = ({ createContext }) => () => {
      if (context === null) {
        context = createContext(requested, [])
        bare = copy.clone()
      }
      // The context would add the rules of all builds, in the order in which they were requested.
      Object.assign(context, { ruleCache: new Set(), stylesheetCache: null })
      context.changedContent = [{ content: classes.join('\n'), extension: 'html' }]
      return context
    }
    try {
      processFeatures(setUp)(copy, { messages: [], opts: {} })
    } catch (error) {
      if (gaps.isIncomplete) context = bare = null // the next attempt has another style sheet
      throw error
    }
    return split(copy)
  }

  // Utilities of one kind have the order of the content. Here it does not depend on who asked first.
  const compile = (classes) => buildKnown(bare ?? root, gaps, (copy) => build(copy, [...classes].sort()))
  if (gaps.isIncomplete) await compile([]) // unknown names are found sooner without classes
  return compile
}
