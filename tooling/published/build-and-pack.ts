import type { TestProject } from 'vitest/node'
import { build } from '../lib/build.ts'
import { packAll, type Tarballs, temporaryFolder } from './pack.ts'

declare module 'vitest' {
  interface ProvidedContext {
    tarballs: Tarballs
  }
}

/** For Vitest: builds what is published and packs it, once for all tests that ask for `inject('tarballs')`. */
export default async function buildAndPack(project: TestProject) {
  await build()
  const { folder, remove } = temporaryFolder()
  project.provide('tarballs', await packAll(folder))
  return remove
}
