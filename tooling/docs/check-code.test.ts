import { beforeAll, expect, test } from 'vitest'
import { checkCode, withoutReason } from './check-code.ts'
import { readExamples } from './examples.ts'
import { listMarkdown, type Page, parsePage, readPage } from './markdown.ts'

/** docs/api holds types as API Extractor prints them, not code. */
const isPrinted = (file: string) => file.startsWith('docs/api/')

/** Pages that are wrong on purpose. */
const WRONG = [
  parsePage(
    'docs/wrong.md',
    [
      '# One',
      '',
      '```ts',
      "import { createNectarConnect } from '@nectar-connect/server'",
      'createNectarConnect({ apiKey: 7, authorize: () => null })',
      '```',
      '',
      '```tsx',
      "import { NectarConnect } from '@nectar-connect/react'",
      'export const Page = () => <NectarConnect color="red" />',
      '```',
      '',
      '```ts no-check: only a part of it',
      'not even code',
      '```',
    ].join('\n'),
  ),
  parsePage(
    'docs/parts.md',
    [
      '<!-- e2e/recipes/some.test.ts#first -->',
      '',
      '```ts',
      'const first = 1',
      '```',
      '',
      'Prose.',
      '',
      '<!-- e2e/recipes/some.test.ts#second -->',
      '',
      '```ts',
      'const second: string = first',
      '```',
    ].join('\n'),
  ),
  parsePage(
    'docs/files.md',
    [
      '```ts',
      '// own/first.ts',
      'export const first = 1',
      '```',
      '',
      '```ts',
      '// own/second.ts',
      "import { first } from './first.ts'",
      'const second: string = first',
      '```',
    ].join('\n'),
  ),
]

const IS_WRONG = /^docs\/(?:wrong|parts|files)\.md/

let pages: Page[] = []
let examples: Page[] = []
let faults: string[] = []
beforeAll(() => {
  pages = listMarkdown().map((file) => readPage(file))
  examples = readExamples()
  // In one program, since most of the time goes into reading the packages.
  faults = checkCode([...pages.filter(({ file }) => !isPrinted(file)), ...examples, ...WRONG])
}, 120_000)

test('what is wrong is told with its page and line', () => {
  const wrong = faults.filter((fault) => fault.startsWith('docs/wrong.md'))
  expect(wrong.map((fault) => fault.slice(0, 60))).toEqual([
    expect.stringMatching(/^docs\/wrong\.md:5: Type 'number'/),
    expect.stringMatching(/^docs\/wrong\.md:10: Type '\{ color/),
  ])
})

test('parts of one file are checked together', () => {
  expect(faults.filter((fault) => fault.startsWith('docs/parts.md'))).toEqual([
    expect.stringMatching(/^docs\/parts\.md:12: Type 'number'/),
  ])
})

test('files of one page find each other', () => {
  expect(faults.filter((fault) => fault.startsWith('docs/files.md'))).toEqual([
    expect.stringMatching(/^docs\/files\.md:9: Type 'number'/),
  ])
})

test('every block of code in the documentation compiles', () => {
  expect(faults.filter((fault) => /\.md:/.test(fault) && !IS_WRONG.test(fault))).toEqual([])
})

test('every example in a docstring of what is published compiles', () => {
  expect(faults.filter((fault) => !/\.md:/.test(fault))).toEqual([])
})

test('code that is not checked says why', () => {
  expect(withoutReason(pages)).toEqual([])
  const page = (meta: string) => parsePage('docs/x.md', `\`\`\`ts ${meta}\nx\n\`\`\``)
  expect(withoutReason([page('no-check'), page('no-check: because it is only a part')])).toEqual([
    'docs/x.md:1',
  ])
})

test('there is code to check, in every README of a package too', () => {
  const withCode = pages.filter(({ blocks }) => blocks.some(({ lang }) => /^tsx?$/.test(lang)))
  const files = withCode.map(({ file }) => file)
  for (const name of ['react', 'server', 'sandbox']) expect(files).toContain(`packages/${name}/README.md`)
  expect(files).toContain('README.md')
})

test('there are examples to check, of components, of functions and of options', () => {
  const files = examples.map(({ file }) => file)
  expect(files).toContain('packages/react/src/button/nectar-connect.tsx')
  expect(files).toContain('packages/sandbox/src/node/start-sandbox.ts')
  expect(files).toContain('packages/client/src/lib/connect-error.ts')
  const options = examples.find(({ file }) => file === 'packages/server/src/settings/options.ts')
  expect(options?.blocks.map(({ code }) => code.split('(')[0])).toContain(
    "import type { NectarConnectOptions } from '@nectar-connect/server'; void ",
  )
})
