// The engine of Tailwind 4: a just-in-time build of the requested classes.

import aspectRatio from '@tailwindcss/aspect-ratio'
import containerQueries from '@tailwindcss/container-queries'
import forms from '@tailwindcss/forms'
import lineClamp from '@tailwindcss/line-clamp'
import typography from '@tailwindcss/typography'
import postcss from 'postcss'
import { __unstable__loadDesignSystem as loadDesignSystem, compile } from 'tailwindcss'
import colors from 'tailwindcss/colors'
import defaultTheme from 'tailwindcss/defaultTheme'
import index from 'tailwindcss/index.css'
import flattenColorPalette from 'tailwindcss/lib/util/flattenColorPalette'
import { version as number } from 'tailwindcss/package.json'
import plugin from 'tailwindcss/plugin'
import preflight from 'tailwindcss/preflight.css'
import themeSheet from 'tailwindcss/theme.css'
import utilities from 'tailwindcss/utilities.css'

import { serve } from './serve.js'
import { folderOf, internal, loader, resolvePath } from './module_loader.js'
import { split } from './sheet.js'
import { CSS_ENDINGS } from './site_stylesheet.js'
import { theme4Json } from './theme4.js'

const MODULES = {
  '@tailwindcss/aspect-ratio': aspectRatio,
  '@tailwindcss/container-queries': containerQueries,
  '@tailwindcss/forms': forms,
  '@tailwindcss/line-clamp': lineClamp,
  '@tailwindcss/typography': typography,
  'tailwindcss/colors': colors,
  'tailwindcss/defaultTheme': defaultTheme,
  'tailwindcss/lib/util/flattenColorPalette': internal(flattenColorPalette),
  'tailwindcss/plugin': plugin,
}

const SHEETS = {
  tailwindcss: index,
  'tailwindcss/index': index,
  'tailwindcss/preflight': preflight,
  'tailwindcss/theme': themeSheet,
  'tailwindcss/utilities': utilities,
}

const SOURCE = '@import "tailwindcss";'

function options(files, from, configs) {
  const load = loader(files, MODULES)
  return {
    base: folderOf(from),
    from,
    async loadModule(id, base, kind) {
      const { path, exports } = load(id, base)
      const module = exports?.default ?? exports
      if (kind === 'config') configs.push(module)
      return { path, base: folderOf(path), module }
    },
    async loadStylesheet(id, base) {
      const known = SHEETS[id.replace(/\.css$/, '')]
      if (known !== undefined) return { path: id, base, content: known }
      const path = resolvePath(files, id, base, CSS_ENDINGS)
      // A sheet that only the site's own build finds is empty here.
      return { path: path ?? id, base: folderOf(path ?? ''), content: path === null ? '' : files[path] }
    },
  }
}

async function open({ files, config, css }) {
  const from = css ?? 'tailwind.css'
  const source = css === null ? SOURCE + (config ? `\n@config "/${config}";` : '') : files[css]
  const configs = []
  const engine = await compile(source, options(files, from, []))
  const design = await loadDesignSystem(source, options(files, from, configs))
  let last = ''
  let sheet = null

  function build(classes) {
    const text = engine.build(classes)
    if (text !== last) sheet = split(postcss.parse(text))
    last = text
    return sheet
  }

  return { theme: theme4Json(design, configs, defaultTheme), compile: build }
}

serve({ version: `tailwindcss ${number}`, complete: false, open })
