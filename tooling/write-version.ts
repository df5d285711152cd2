import { readFileSync, writeFileSync } from 'node:fs'
import path from 'node:path'
import { LIBRARIES } from './lib/packages.ts'
import { ROOT } from './lib/root.mjs'
import { EXAMPLES } from './published/build-example.ts'

/** After `changeset version`: the server says its version to Nectar, the command to whoever asks, and copies of the components know each other by it; none reads a file for it. */
for (const [name, file] of [
  ['server', 'src/lib/version.ts'],
  ['cli', 'src/lib/version.ts'],
  ['react', 'src/context/version.ts'],
] as const) {
  const folder = path.join(ROOT, 'packages', name)
  const { version } = readManifest(path.join(folder, 'package.json'))
  writeFileSync(
    path.join(folder, file),
    `/** This package's version. */\nexport const VERSION = '${version}'\n`,
  )
}

/** Neither does it know the examples, which are no part of the workspace. */
for (const example of EXAMPLES) {
  const file = path.join(ROOT, 'examples', example, 'package.json')
  const manifest = readManifest(file)
  for (const name of LIBRARIES.filter((each) => `@nectar-connect/${each}` in manifest.dependencies)) {
    const released = readManifest(path.join(ROOT, 'packages', name, 'package.json'))
    manifest.dependencies[`@nectar-connect/${name}`] = `^${released.version}`
  }
  writeFileSync(file, `${JSON.stringify(manifest, null, 2)}\n`)
}

function readManifest(file: string) {
  return JSON.parse(readFileSync(file, 'utf8')) as { version: string; dependencies: Record<string, string> }
}
