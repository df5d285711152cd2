import { expect, test } from 'vitest'
import { brokenLinks, unreachable } from './check-links.mjs'
import { listMarkdown, parsePage, readPage } from './markdown.mjs'

const pages = listMarkdown().map((file) => readPage(file))

test('every relative link leads to a file, and every anchor to a heading', () => {
  expect(brokenLinks(pages)).toEqual([])
  expect(pages.flatMap(({ links }) => links).length).toBeGreaterThan(40)
})

test('every page of the documentation can be reached from where readers begin', () => {
  expect(unreachable(pages)).toEqual([])
})

test('a link that leads nowhere is told with its page and line', () => {
  const one = parsePage(
    'docs/one.md',
    [
      '# One',
      '[here](#one) [gone](#two) [there](two.md#a-b-1) [lost](two.md#c) [away](https://example.com/x#y)',
      '',
      '| a |',
      '| - |',
      '| [table](three.md) |',
      '',
      '[up](../README.md) [out](../../secret.md) ![picture](images/no.png) <a href="no.html">x</a> [ref][r]',
      '',
      '[r]: nowhere.md',
      '',
      '`[code](code.md)`',
    ].join('\n'),
  )
  const two = parsePage('docs/two.md', '# A b\n\n# A `b`\n')
  const known = new Set(['docs/one.md', 'docs/two.md', 'README.md'])
  expect(brokenLinks([one, two], (file) => known.has(file))).toEqual([
    'docs/one.md:2: #two: there is no such heading.',
    'docs/one.md:2: two.md#c: there is no such heading.',
    'docs/one.md:6: three.md: there is no such file.',
    'docs/one.md:8: ../../secret.md: there is no such file.',
    'docs/one.md:8: images/no.png: there is no such file.',
    'docs/one.md:8: no.html: there is no such file.',
    'docs/one.md:10: nowhere.md: there is no such file.',
  ])
})

test('a page that only pages out of reach link to is out of reach', () => {
  const found = unreachable(
    [
      parsePage('README.md', '[a](docs/a.md)\n\n[folder](docs/below/)'),
      parsePage('docs/a.md', '[back](../README.md)'),
      parsePage('docs/below/b.md', ''),
      parsePage('docs/c.md', '[d](d.md)'),
      parsePage('docs/d.md', '[c](c.md)'),
    ],
    (file) => file === 'docs/below',
  )
  expect(found).toEqual(['docs/c.md', 'docs/d.md'])
})
