import { readdirSync, readFileSync } from 'node:fs'
import { expect, test } from 'vitest'
import { linkGuides, titleOf } from './link-guides.ts'

const read = (path: string) => readFileSync(new URL(path, import.meta.url), 'utf8')
const guides = readdirSync(new URL('../../docs', import.meta.url)).filter((file) => file.endsWith('.md'))

test('every guide has a page, under its own title', () => {
  const pages = readdirSync(new URL('.', import.meta.url)).filter((file) => file.endsWith('.mdx'))
  const shown = pages.map((page) => {
    const [, title, file] =
      /<Meta title="([^"]+)" \/>\s+<Guide file="([^"]+)" \/>/.exec(read(`./${page}`)) ?? []
    return `${file}: ${title}`
  })
  const expected = guides.map((file) => `${file}: Guides/${titleOf(read(`../../docs/${file}`))}`)
  expect(shown.sort()).toEqual(expected.sort())
})

test('links to guides open them here, those into the repository become words, others stay', () => {
  const titles = new Map([['many-machines.md', 'Many machines']])
  const made = linkGuides(
    [
      'See [machines](many-machines.md#redis), [the source](../apps/demo), [this](#here) and [that](https://a.example).',
      '```md',
      '[code](../apps/demo)',
      '```',
      '[after](decisions/0001.md)',
    ].join('\n'),
    titles,
  )
  expect(made.split('\n')).toEqual([
    'See [machines](?path=/docs/guides-many-machines--docs), the source, [this](#here) and [that](https://a.example).',
    '```md',
    '[code](../apps/demo)',
    '```',
    'after',
  ])
})
