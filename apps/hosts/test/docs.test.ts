import { readFileSync } from 'node:fs'
import path from 'node:path'
import { expect, test } from 'vitest'
import { HOSTS } from './start-process.ts'

const read = (page: string) => readFileSync(path.join(HOSTS, '../../docs', page), 'utf8')
const page = read('adapters.md')

/** Each begins with the name of the file that it is. */
const filesIn = (text: string) =>
  [...text.matchAll(/^```tsx?\n\/\/ (\S+)\n([\s\S]*?)^```$/gm)].map(([, file = '', code = '']) => ({
    file,
    code,
  }))
const blocks = filesIn(page)

test('every block of code is a file', () => {
  expect(blocks.length).toBe(page.match(/^```ts/gm)?.length)
  expect(blocks.length).toBeGreaterThanOrEqual(11)
})

test('the quick start’s server is a host that is run', () => {
  const files = filesIn(read('quick-start.md'))
  expect(files.map(({ file }) => file)).toEqual(['nectar.ts', 'express.ts'])
  for (const block of files) expect(blocks).toContainEqual(block)
})

test.each(blocks)('$file in the docs is the file that is run', ({ file, code }) => {
  expect(code).toBe(readFileSync(path.join(HOSTS, file), 'utf8'))
})
