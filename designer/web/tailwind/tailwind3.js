// The engine of Tailwind 3.4: a just-in-time build of the requested classes.

import aspectRatio from '@tailwindcss/aspect-ratio'
import containerQueries from '@tailwindcss/container-queries'
import forms from '@tailwindcss/forms'
import lineClamp from '@tailwindcss/line-clamp'
import typography from '@tailwindcss/typography'
import postcss from 'postcss'
import colors from 'tailwindcss/colors'
import defaultConfig from 'tailwindcss/defaultConfig'
import defaultTheme from 'tailwindcss/defaultTheme'
import processFeatures from 'tailwindcss/lib/processTailwindFeatures.js'
import buildMediaQuery from 'tailwindcss/lib/util/buildMediaQuery.js'
import flattenColorPalette from 'tailwindcss/lib/util/flattenColorPalette.js'
import { normalizeScreens } from 'tailwindcss/lib/util/normalizeScreens.js'
import toColorValue from 'tailwindcss/lib/util/toColorValue.js'
import { version as number } from 'tailwindcss/package.json'
import plugin from 'tailwindcss/plugin'
import resolveConfig from 'tailwindcss/resolveConfig'

import { serve } from './serve.js'
import { configuration, internal, loader } from './module_loader.js'
import { MARKER, split } from './sheet.js'
import { usable } from './site_plugins.js'
import { assemble } from './site_stylesheet.js'
import { themeJson } from './theme.js'
import { buildKnown } from './unknown_names.js'

const MODULES = {
  '@tailwindcss/aspect-ratio': aspectRatio,
  '@tailwindcss/container-queries': containerQueries,
  '@tailwindcss/forms': forms,
  '@tailwindcss/line-clamp': lineClamp,
  '@tailwindcss/typography': typography,
  postcss,
  'tailwindcss/colors': colors,
  'tailwindcss/defaultConfig': defaultConfig,
  'tailwindcss/defaultTheme': defaultTheme,
  'tailwindcss/lib/util/flattenColorPalette': internal(flattenColorPalette),
  'tailwindcss/lib/util/toColorValue': internal(toColorValue),
  'tailwindcss/plugin': plugin,
  'tailwindcss/resolveConfig': resolveConfig,
}

const SOURCE = `@tailwind base;
/* ${MARKER} */
@tailwind components;
@tailwind utilities;`

const mediaQuery = (definition) => buildMediaQuery(normalizeScreens({ screen: definition }))

async function open(source, gaps) {
  const { config: path, css } = source
  const own = path === null ? {} : usable(configuration(loader(source, MODULES, gaps), path), gaps)
  // No content is scanned: the classes are in the request.
  const config = resolveConfig({ ...own, content: [] })
  const root = css === null ? postcss.parse(SOURCE) : assemble(source, css, gaps)
  let context = null

  async function build(copy, classes) {
    const setUp = ({ createContext }) => () => {
      context ??= createContext(config, [])
      context.candidates = classes
      return context
    }
    try {
      await processFeatures(setUp)(copy, { messages: [], opts: {}, warn() {} })
    } catch (error) {
      if (gaps.isIncomplete) context = null // it has the style sheet before the next attempt
      throw error
    }
    return split(copy)
  }

  const compile = (classes) => buildKnown(root, gaps, (copy) => build(copy, classes))
  if (gaps.isIncomplete) await compile([]) // unknown names are found sooner without classes
  return { theme: themeJson(config.theme, mediaQuery), complete: false, compile }
}

serve({ version: `tailwindcss ${number}`, open })
