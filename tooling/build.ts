import { build } from './lib/build.ts'

/** Builds what is published, unless it is built already. */
try {
  await build()
} catch (error) {
  console.error(error.message)
  process.exitCode = 1
}
