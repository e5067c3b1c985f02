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
import { assemble } from './site_stylesheet.js'
import { themeJson } from './theme.js'

const MODULES = {
  '@tailwindcss/aspect-ratio': aspectRatio,
  '@tailwindcss/container-queries': containerQueries,
  '@tailwindcss/forms': forms,
  '@tailwindcss/line-clamp': lineClamp,
  '@tailwindcss/typography': typography,
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

function open({ files, config: path, css }) {
  const own = path === null ? {} : configuration(loader(files, MODULES), path)
  // No content is scanned: the classes are in the request.
  const config = resolveConfig({ ...own, content: [] })
  const source = css === null ? postcss.parse(SOURCE) : assemble(files, css)
  let context = null

  async function compile(classes) {
    const root = source.clone()
    const setUp = ({ createContext }) => () => {
      context ??= createContext(config, [])
      context.candidates = classes
      return context
    }
    await processFeatures(setUp)(root, { messages: [], opts: {}, warn() {} })
    return split(root)
  }

  return { theme: themeJson(config.theme, mediaQuery), compile }
}

serve({ version: `tailwindcss ${number}`, complete: false, open })
