// Bundles the preview's script and the Tailwind engine, and builds the presets.
//
//   node build.mjs --page PAGE.js --presets FOLDER --out FOLDER
//
// Runs in a folder into which the locked packages were installed (see ../build_bundle.py).

import { build } from 'esbuild'
import { mkdir, readFile, readdir, writeFile } from 'node:fs/promises'
import { createRequire } from 'node:module'
import path from 'node:path'
import { parseArgs } from 'node:util'
import vm from 'node:vm'
import { gzipSync } from 'node:zlib'

const HERE = import.meta.dirname
const require = createRequire(import.meta.url)

const { values: options } = parseArgs({
  options: { page: { type: 'string' }, presets: { type: 'string' }, out: { type: 'string' } },
})

const stub = (name) => path.join(HERE, 'stubs', name)

// Modules of Tailwind that read files, colour a terminal or purge.
const REPLACED = [
  [/^(fs|path|util|purgecss)$/, stub('empty.js')],
  [/^chalk$/, stub('chalk.js')],
  [/\/util\/log$|^\.\/log$/, stub('silent.js')],
  [/\/util\/hashConfig$/, stub('hash.js')],
  [/\/lib\/purgeUnusedStyles$/, stub('keep.js')],
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

// Tailwind's preflight reads two style sheets when it runs; here they become part of it.
const preflight = {
  name: 'preflight',
  setup(bundler) {
    bundler.onLoad({ filter: /tailwindcss[\\/]lib[\\/]plugins[\\/]preflight\.js$/ }, async (args) => {
      const sheets = [
        require.resolve('modern-normalize'),
        path.join(path.dirname(args.path), 'css', 'preflight.css'),
      ]
      const texts = await Promise.all(sheets.map((sheet) => readFile(sheet, 'utf8')))
      const source = await readFile(args.path, 'utf8')
      const read = /_fs\.default\.readFileSync\((?:require\.resolve\('modern-normalize'\)|`[^`]*preflight\.css`), 'utf8'\)/g
      if (source.match(read)?.length !== texts.length) {
        throw new Error('the preflight of Tailwind does not read two sheets any more')
      }
      return { contents: source.replace(read, () => JSON.stringify(texts.shift())), loader: 'js' }
    })
  },
}

function bundle(entry, outfile, more = {}) {
  return build({
    entryPoints: [entry],
    outfile,
    bundle: true,
    minify: true,
    metafile: true,
    format: 'iife',
    platform: 'browser',
    target: 'chrome122', // that of Qt 6.8; 6.10 has 134
    charset: 'utf8',
    legalComments: 'none', // licences.txt has them all
    logLevel: 'error',
    nodePaths: [path.join(HERE, 'node_modules')],
    absWorkingDir: HERE,
    ...more,
  })
}

const PACKAGE = /node_modules\/((?:@[^/]+\/)?[^/]+)\//g

async function licences(results) {
  const used = new Set(results.flatMap(({ metafile }) => Object.keys(metafile.inputs)))
  const packages = new Set()
  for (const file of [...used, 'node_modules/modern-normalize/']) {
    if (file.startsWith('(disabled)')) continue // replaced by nothing
    const last = [...file.matchAll(PACKAGE)].at(-1)
    if (last) packages.add(file.slice(0, last.index + last[0].length))
  }
  const texts = []
  for (const folder of [...packages].sort()) {
    const { name, version, license } = JSON.parse(await readFile(path.join(HERE, folder, 'package.json'), 'utf8'))
    const file = (await readdir(path.join(HERE, folder))).find((each) => /^licen[cs]e/i.test(each))
    const text = file ? await readFile(path.join(HERE, folder, file), 'utf8') : `Licence: ${license}\n`
    texts.push(`${name} ${version}\n\n${text.trim()}\n`)
  }
  return texts.join(`\n${'-'.repeat(72)}\n\n`)
}

async function presets(engine, folder, out) {
  vm.runInThisContext(await readFile(engine, 'utf8'), { filename: engine })
  const shared = await readFile(path.join(folder, '_family.js'), 'utf8')
  for (const file of (await readdir(folder)).filter((name) => name.endsWith('.config.js'))) {
    const source = await readFile(path.join(folder, file), 'utf8')
    const sheet = globalThis.frontispieceTailwind2.build(`${shared}\n${source}`)
    const name = path.basename(file, '.config.js')
    await writeFile(path.join(out, `preset-${name}.json.gz`), gzipSync(sheet, { level: 9 }))
  }
}

await mkdir(options.out, { recursive: true })
const engine = path.join(options.out, 'tailwind2.js')
const results = await Promise.all([
  bundle(path.join(HERE, 'tailwind2.js'), engine, {
    plugins: [stubs, preflight],
    inject: [stub('globals.js')],
    define: { __dirname: '"/"', __filename: '"/tailwind.js"' },
  }),
  bundle(path.resolve(options.page), path.join(options.out, 'preview.js')),
])
await writeFile(path.join(options.out, 'licences.txt'), await licences(results))
await presets(engine, options.presets, options.out)
