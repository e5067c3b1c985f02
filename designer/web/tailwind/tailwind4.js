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
import { folderOf, internal, IS_RELATIVE, loader } from './module_loader.js'
import { missingPackage } from './missing_package.js'
import { split } from './sheet.js'
import { guardedPlugin, usable } from './site_plugins.js'
import { findSheet } from './site_stylesheet.js'
import { theme4Json } from './theme4.js'
import { withoutCause } from './unknown_names.js'

const MODULES = {
  '@tailwindcss/aspect-ratio': aspectRatio,
  '@tailwindcss/container-queries': containerQueries,
  '@tailwindcss/forms': forms,
  '@tailwindcss/line-clamp': lineClamp,
  '@tailwindcss/typography': typography,
  postcss,
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

// The module of a `@plugin` or a `@config`. Tailwind 4 names the style sheet's folder as its base; here
// the base is the style sheet itself, whose names of packages are known.
function moduleOf(id, from, kind, { load }, gaps) {
  try {
    return load(id, from)
  } catch (error) {
    const isItself = IS_RELATIVE.test(id) && error.message?.includes(`"${id}"`)
    // A misspelt module of the site is an error of the site, as in its own build.
    if (error?.file || (kind === 'config' && !isItself)) throw error
    if (isItself) gaps.missing(id, from)
    else gaps.failed(error)
    return { path: id, exports: missingPackage() }
  }
}

function options(source, from, gaps, configs) {
  const modules = loader(source, MODULES, gaps)
  return {
    base: from,
    from,
    async loadModule(id, base, kind) {
      const { path, exports } = moduleOf(id, base, kind, modules, gaps)
      const value = exports?.default ?? exports
      const module = kind === 'config' ? usable(value, gaps) : guardedPlugin(value, gaps)
      if (kind === 'config') configs.push(module)
      return { path, base: folderOf(path), module }
    },
    async loadStylesheet(id, base) {
      const known = SHEETS[id.replace(/\.css$/, '')]
      if (known !== undefined) return { path: id, base, content: known }
      const path = findSheet(source, id, base)
      if (path === null) gaps.missingSheet()
      // A sheet that only the site's own build finds is empty here.
      return { path: path ?? id, base: path ?? base, content: path === null ? '' : source.files[path] }
    },
  }
}

// Removes from all style sheets what an error is about; whether there was anything.
function removeCause(files, error) {
  const changed = Object.entries(files)
    .filter(([path]) => path.endsWith('css'))
    .map(([path, text]) => [path, postcss.parse(text, { from: path })])
    .filter(([, root]) => withoutCause(root, error))
  for (const [path, root] of changed) files[path] = root.toString()
  return changed.length > 0
}

async function compiled(source, from, gaps) {
  for (;;) {
    try {
      return await compile(source.files[from], options(source, from, gaps, []))
    } catch (error) {
      if (!gaps.isIncomplete || !removeCause(source.files, error)) throw error
    }
  }
}

async function open({ files, config, css, ...packages }, gaps) {
  const from = css ?? 'tailwind.css'
  const own = css === null ? { [from]: SOURCE + (config ? `\n@config "/${config}";` : '') } : {}
  const source = { files: { ...files, ...own }, ...packages }
  const configs = []
  const engine = await compiled(source, from, gaps)
  const design = await loadDesignSystem(source.files[from], options(source, from, gaps, configs))
  let last = ''
  let sheet = null

  function build(classes) {
    const text = engine.build(classes)
    if (text !== last) sheet = split(postcss.parse(text))
    last = text
    return sheet
  }

  return { theme: theme4Json(design, configs, defaultTheme), complete: false, compile: build }
}

serve({ version: `tailwindcss ${number}`, open })
