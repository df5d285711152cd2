import { mkdirSync } from 'node:fs'
import path from 'node:path'
import { build } from './lib/build.ts'
import { buildExample, EXAMPLES } from './published/build-example.ts'
import { packAll } from './published/pack.ts'

/** Builds the examples from the packed packages, in a folder outside of the workspace that is named by the argument. */
try {
  const [folder] = process.argv.slice(2)
  if (!folder) throw new Error('Name a new folder outside of this one: node tooling/build-examples.ts FOLDER')
  await build()
  mkdirSync(folder)
  const tarballs = await packAll(path.resolve(folder))
  for (const name of EXAMPLES) await buildExample(name, path.resolve(folder, name), tarballs)
} catch (error) {
  console.error(error instanceof Error ? error.message : error)
  process.exitCode = 1
}
