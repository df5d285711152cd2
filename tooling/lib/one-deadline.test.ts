import { readdirSync, readFileSync } from 'node:fs'
import path from 'node:path'
import { expect, test } from 'vitest'
import { ROOT } from './root.mjs'
import testing from './test-files.cjs'

const FOLDERS = ['packages/server/src', 'packages/client/src']

/** Where a race may stand. */
const ALLOWED = /(^|\/)with-deadline\.ts$/

/** Tests, and what only they use. */
const TESTING = new RegExp(testing)

/** A race as it is written by hand: with `Promise.race`, with a signal, or with a timer. */
const RACES = [
  /Promise\.race\(/,
  /addEventListener\(\s*'abort',\s*\(\) =>\s*reject\(/,
  /\.(deadline|background)\([^()]+,\s*\(\) =>\s*reject\(/,
  /setTimeout\(\s*\(\) =>\s*reject\(/,
]

const files = FOLDERS.flatMap((folder) =>
  readdirSync(path.join(ROOT, folder), { recursive: true, encoding: 'utf8' }).map(
    (file) => `${folder}/${file.replaceAll(path.sep, '/')}`,
  ),
).filter((file) => /\.tsx?$/.test(file) && !TESTING.test(file) && !ALLOWED.test(file))

test('whoever waits for something no longer than so long uses withDeadline', () => {
  const racing = files.filter((file) => {
    const text = readFileSync(path.join(ROOT, file), 'utf8')
    return RACES.some((race) => race.test(text))
  })
  expect(racing).toEqual([])
})
