// The engine of Tailwind 2.2.19: turns a site's sources into an indexed sheet.
//
// It runs the ahead-of-time build of the real package without purging, so a class that is unknown on
// the site is unknown here. A site with `mode: 'jit'` has the just-in-time engine of the package.

import aspectRatio from '@tailwindcss/aspect-ratio'
import lineClamp from '@tailwindcss/line-clamp'
import forms from 'forms2'
import postcss from 'postcss'
import colors from 'tailwindcss/colors'
import defaultConfig from 'tailwindcss/defaultConfig'
import defaultTheme from 'tailwindcss/defaultTheme'
import flattenColorPalette from 'tailwindcss/lib/util/flattenColorPalette.js'
import { version as number } from 'tailwindcss/package.json'
import plugin from 'tailwindcss/plugin'
import buildMediaQuery from 'tailwindcss/lib/util/buildMediaQuery.js'
import getAllConfigs from 'tailwindcss/lib/util/getAllConfigs.js'
import resolve from 'tailwindcss/lib/util/resolveConfig.js'
import toColorValue from 'tailwindcss/lib/util/toColorValue.js'
import resolveConfig from 'tailwindcss/resolveConfig'
import typography from 'typography2'

import { serve } from './serve.js'
import { configuration, internal, loader } from './module_loader.js'
import { MARKER } from './sheet.js'
import { usable } from './site_plugins.js'
import { assemble } from './site_stylesheet.js'
import { aheadOfTime } from './tailwind2_aot.js'
import { justInTime } from './tailwind2_jit.js'
import { themeJson } from './theme.js'

const MODULES = {
  '@tailwindcss/aspect-ratio': aspectRatio,
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
@tailwind utilities;
@tailwind screens;`

// The ahead-of-time mode of Tailwind 2 leaves these two plug-ins out.
const AHEAD_OF_TIME = { corePlugins: { caretColor: false, content: false } }

async function open(source, gaps) {
  const { config: path, css } = source
  const own = path === null ? {} : usable(configuration(loader(source, MODULES, gaps), path), gaps)
  const root = css === null ? postcss.parse(SOURCE) : assemble(source, css, gaps)
  const requested = resolveConfig(own)
  if (source.jit && requested.mode === 'jit') {
    const theme = themeJson(requested.theme, buildMediaQuery)
    return { theme, complete: false, compile: await justInTime(requested, root, gaps) }
  }
  const config = resolve([...getAllConfigs(own), AHEAD_OF_TIME])
  const sheet = await aheadOfTime(config, root, gaps)
  // The build has every class, so requests do not matter.
  return { theme: themeJson(config.theme, buildMediaQuery), complete: true, compile: () => sheet }
}

serve({ version: `tailwindcss ${number}`, open })
