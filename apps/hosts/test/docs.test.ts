import { readdirSync, readFileSync } from 'node:fs'
import path from 'node:path'
import { expect, test } from 'vitest'
import { HOSTS } from './start-process.ts'

const read = (page: string) => readFileSync(path.join(HOSTS, '../../docs', page), 'utf8')
const page = read('adapters.md')

/** Each begins with the name of the file that it is. */
const filesIn = (text: string) =>
  [...text.matchAll(/^```tsx?(?: no-check: .+)?\n\/\/ (\S+)\n([\s\S]*?)^```$/gm)].map(
    ([, file = '', code = '']) => ({
      file,
      code,
    }),
  )
const blocks = filesIn(page)

test('every block of code is a file', () => {
  expect(blocks.length).toBe(page.match(/^```ts/gm)?.length)
  expect(blocks.length).toBeGreaterThanOrEqual(11)
})

/** Another framework in place of the quick start's differs in one file: the rest has to be the same on both pages. */
test('the quick start shares its server with this page', () => {
  const files = filesIn(read('quick-start.md')).filter(({ file }) =>
    ['nectar.ts', 'express.ts'].includes(file),
  )
  expect(files.length).toBe(2)
  for (const block of files) expect(blocks).toContainEqual(block)
})

const recipes = filesIn(read('shutting-down.md'))

test.each([...blocks, ...recipes])('$file in the docs is the file that is run', ({ file, code }) => {
  expect(code).toBe(readFileSync(path.join(HOSTS, file), 'utf8'))
})

const ROOT = path.join(HOSTS, '../..')
const apps = filesIn(read('whole-apps.md'))

test.each(apps)('$file in the docs is the file that is built', ({ file, code }) => {
  expect(code).toBe(readFileSync(path.join(ROOT, file), 'utf8'))
})

test.each(['examples/next', 'examples/express'])('the docs show every file of %s', (host) => {
  const made = /(^|\/)(node_modules|\.next|dist|next-env\.d\.ts)(\/|$)/
  const written = readdirSync(path.join(ROOT, host), { recursive: true, encoding: 'utf8' })
    .map((file) => path.posix.join(host, file.replaceAll(path.sep, '/')))
    .filter((file) => /\.tsx?$/.test(file) && !made.test(file))
  const shown = apps.map(({ file }) => file).filter((file) => file.startsWith(host))
  expect(shown.sort()).toEqual(written.sort())
})
