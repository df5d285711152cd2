import { mkdirSync } from 'node:fs'
import path from 'node:path'
import { build } from './lib/build.mjs'
import { buildExample, EXAMPLES } from './published/build-example.mjs'
import { packAll } from './published/pack.mjs'

/** Builds the examples from the packed packages, in a folder outside of the workspace that is named by the argument. */
try {
  const [folder] = process.argv.slice(2)
  if (!folder)
    throw new Error('Name a new folder outside of this one: node tooling/build-examples.mjs FOLDER')
  await build()
  mkdirSync(folder)
  const tarballs = await packAll(path.resolve(folder))
  for (const name of EXAMPLES) await buildExample(name, path.resolve(folder, name), tarballs)
} catch (error) {
  console.error(error.message)
  process.exitCode = 1
}
