import { readFileSync, writeFileSync } from 'node:fs'
import path from 'node:path'
import { ROOT } from './lib/root.mjs'

/** After `changeset version`: the server says its version to Nectar, and reads no file for it. */
const server = path.join(ROOT, 'packages/server')
const { version } = JSON.parse(readFileSync(path.join(server, 'package.json'), 'utf8'))
writeFileSync(
  path.join(server, 'src/version.ts'),
  `/** This package's version. */\nexport const VERSION = '${version}'\n`,
)
