import { readFileSync } from 'node:fs'
import path from 'node:path'
import { expect, test } from 'vitest'
import { HOSTS } from './start-process.ts'

const page = readFileSync(path.join(HOSTS, '../../docs/adapters.md'), 'utf8')

/** Each begins with the name of the file that it is. */
const blocks = [...page.matchAll(/^```tsx?\n\/\/ (\S+)\n([\s\S]*?)^```$/gm)].map(
  ([, file = '', code = '']) => ({
    file,
    code,
  }),
)

test('every block of code is a file', () => {
  expect(blocks.length).toBe(page.match(/^```ts/gm)?.length)
  expect(blocks.length).toBeGreaterThanOrEqual(11)
})

test.each(blocks)('$file in the docs is the file that is run', ({ file, code }) => {
  expect(code).toBe(readFileSync(path.join(HOSTS, file), 'utf8'))
})
