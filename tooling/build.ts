import { build } from './lib/build.ts'

/** Builds what is published, unless it is built already. */
try {
  await build()
} catch (error) {
  console.error(error instanceof Error ? error.message : error)
  process.exitCode = 1
}
