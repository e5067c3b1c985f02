// Bundles the scripts of this folder and builds the Tailwind presets.
//
//   node build.mjs --presets FOLDER --out FOLDER
//
// The working directory holds the installed packages (see build_bundle.py).

import { mkdir, readFile, readdir, writeFile } from 'node:fs/promises'
import { createRequire } from 'node:module'
import path from 'node:path'
import { parseArgs } from 'node:util'
import vm from 'node:vm'
import { gzipSync } from 'node:zlib'

const SOURCES = import.meta.dirname
const INSTALLED = process.cwd()
const require = createRequire(path.join(INSTALLED, 'package.json'))
const { build } = require('esbuild')

const { values: options } = parseArgs({
  options: { presets: { type: 'string' }, out: { type: 'string' } },
})

const stub = (name) => path.join(SOURCES, 'tailwind', 'stubs', name)

// Modules that read files, colour a terminal or purge, with their stubs.
const REPLACED = [
  [/^(fs|path|url|crypto|util|purgecss)$/, stub('empty.js')],
  [/^chalk$/, stub('chalk.js')],
  [/\/util\/log$|^\.\/log$/, stub('silent.js')],
  [/\/util\/hashConfig$/, stub('hash.js')],
  [/\/lib\/purgeUnusedStyles$/, stub('no_purge.js')],
]

const stubs = {
  name: 'stubs',
  setup(bundler) {
    for (const [filter, file] of REPLACED) {
      bundler.onResolve({ filter }, ({ importer }) =>
        importer.includes('node_modules') ? { path: file } : undefined,
      )
    }
  },
}

// Inlines the style sheets of Tailwind's preflight, which it otherwise reads at run time.
function preflight(file, read, sheets) {
  return {
    name: 'preflight',
    setup(bundler) {
      bundler.onLoad({ filter: file }, async (args) => {
        const texts = await Promise.all(
          sheets(path.dirname(args.path)).map((sheet) => readFile(sheet, 'utf8')),
        )
        const source = await readFile(args.path, 'utf8')
        if (source.match(read)?.length !== texts.length) {
          throw new Error(`${args.path} no longer reads the sheets of its preflight`)
        }
        return { contents: source.replace(read, () => JSON.stringify(texts.shift())), loader: 'js' }
      })
    },
  }
}

const preflight2 = preflight(
  /tailwindcss[\\/]lib[\\/]plugins[\\/]preflight\.js$/,
  /_fs\.default\.readFileSync\((?:require\.resolve\('modern-normalize'\)|`[^`]*preflight\.css`), 'utf8'\)/g,
  (folder) => [require.resolve('modern-normalize'), path.join(folder, 'css', 'preflight.css')],
)

const preflight3 = preflight(
  /tailwindcss3[\\/]lib[\\/]corePlugins\.js$/,
  /_fs\.default\.readFileSync\(_path\.join\(__dirname, "\.\/css\/preflight\.css"\), "utf8"\)/g,
  (folder) => [path.join(folder, 'css', 'preflight.css')],
)

// Plug-ins import `tailwindcss`: an alias resolves it to the version of the engine.
const ENGINES = [
  { name: 'tailwind2', alias: {}, plugins: [stubs, preflight2] },
  { name: 'tailwind3', alias: { tailwindcss: 'tailwindcss3' }, plugins: [stubs, preflight3] },
  { name: 'tailwind4', alias: { tailwindcss: 'tailwindcss4' }, plugins: [stubs] },
]

function bundle(entry, outfile, more = {}) {
  return build({
    entryPoints: [entry],
    outfile,
    bundle: true,
    minify: true,
    metafile: true,
    format: 'iife',
    platform: 'browser',
    target: 'chrome122', // Qt 6.8 has Chromium 122, Qt 6.10 has 134
    charset: 'utf8',
    legalComments: 'none', // licences.txt has all of them
    logLevel: 'error',
    nodePaths: [path.join(INSTALLED, 'node_modules')],
    absWorkingDir: INSTALLED,
    ...more,
  })
}

// The scripts import the icons of their toolbars from resources/icons.
const ICONS = { loader: { '.svg': 'text' } }

const PACKAGE = /node_modules\/((?:@[^/]+\/)?[^/]+)\//g

/** Utilities of properties that Tailwind 2 lacks. The presets of Tailwind 3 and 4 have them besides its classes. */
const NEWER_UTILITIES = ['aspect-auto', 'aspect-square', 'aspect-video']

async function licences(results) {
  const used = new Set(results.flatMap(({ metafile }) => Object.keys(metafile.inputs)))
  const packages = new Set()
  for (const file of [...used, 'node_modules/modern-normalize/']) {
    if (file.startsWith('(disabled)')) continue // a module without content
    const last = [...file.matchAll(PACKAGE)].at(-1)
    if (last) packages.add(file.slice(0, last.index + last[0].length))
  }
  const texts = []
  for (const folder of [...packages].sort()) {
    const { name, version, license } = JSON.parse(await readFile(path.join(INSTALLED, folder, 'package.json'), 'utf8'))
    const file = (await readdir(path.join(INSTALLED, folder))).find((each) => /^licen[cs]e/i.test(each))
    const text = file ? await readFile(path.join(INSTALLED, folder, file), 'utf8') : `Licence: ${license}\n`
    texts.push(`${name} ${version}\n\n${text.trim()}\n`)
  }
  return texts.join(`\n${'-'.repeat(72)}\n\n`)
}

async function engine(name, out) {
  const file = path.join(out, `${name}.js`)
  vm.runInThisContext(await readFile(file, 'utf8'), { filename: file })
  return async (classes, config = null, files = {}) => {
    const source = { files, config, css: null, jit: true }
    return JSON.parse(await globalThis.frontispieceTailwind.build(JSON.stringify({ source, classes })))
  }
}

const write = (out, name, sheet) =>
  writeFile(
    path.join(out, `preset-${name}.json.gz`),
    gzipSync(JSON.stringify({ ...sheet, asked: null }), { level: 9 }),
  )

// Builds the presets: one for each configuration in the folder, and one for each engine that builds
// requested classes, used until the site's own build is ready.
async function presets(folder, out) {
  const build = await engine('tailwind2', out)
  const shared = await readFile(path.join(folder, '_family.js'), 'utf8')
  for (const file of (await readdir(folder)).filter((name) => name.endsWith('.config.js'))) {
    const source = `${shared}\n${await readFile(path.join(folder, file), 'utf8')}`
    await write(out, path.basename(file, '.config.js'), await build([], file, { [file]: source }))
  }
  const common = Object.keys((await build([])).classes).filter((name) => !name.includes(':'))
  const known = [...common, ...NEWER_UTILITIES]
  const classes = ['', 'sm:', 'md:', 'lg:'].flatMap((variant) => known.map((name) => variant + name))
  const jit = { 'jit.config.js': "module.exports = { mode: 'jit' }" }
  await write(out, 'v2', await build(classes, 'jit.config.js', jit))
  for (const number of [3, 4]) {
    const buildLater = await engine(`tailwind${number}`, out)
    await write(out, `v${number}`, await buildLater(classes))
  }
}

await mkdir(options.out, { recursive: true })
const results = await Promise.all([
  ...ENGINES.map(({ name, ...more }) =>
    bundle(path.join(SOURCES, 'tailwind', `${name}.js`), path.join(options.out, `${name}.js`), {
      inject: [stub('globals.js')],
      define: { __dirname: '"/"', __filename: '"/tailwind.js"' },
      loader: { '.css': 'text' },
      ...more,
    }),
  ),
  bundle(path.join(SOURCES, 'preview', 'main.js'), path.join(options.out, 'preview.js'), ICONS),
  bundle(path.join(SOURCES, 'richtext', 'main.js'), path.join(options.out, 'richtext.js'), ICONS),
])
await writeFile(path.join(options.out, 'licences.txt'), await licences(results))
await presets(options.presets, options.out)
