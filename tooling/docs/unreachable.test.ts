import { expect, test } from 'vitest'
import { listMarkdown, parsePage, readPage } from './markdown.ts'
import { unreachable } from './unreachable.ts'

const pages = listMarkdown().map((file) => readPage(file))

test('every page of the documentation can be reached from where readers begin', () => {
  expect(unreachable(pages)).toEqual([])
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
