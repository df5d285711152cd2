import { readFileSync } from 'node:fs'
import { IS_RETRYABLE } from '@nectar-connect/contract/wire'
import { expect, test } from 'vitest'
import { CHECKS } from './run-checks.ts'

const ALL = Object.values(CHECKS)
  .flat()
  .map(({ id }) => id)

/** Headings as links name them. */
function anchorsOf(file: string): string[] {
  const page = readFileSync(new URL(`../../../../docs/${file}`, import.meta.url), 'utf8')
  return [...page.matchAll(/^#{2,3} (.+)$/gm)].map(([, title = '']) =>
    title.replaceAll('`', '').toLowerCase().replaceAll(' ', '-'),
  )
}

test('every check has a section that its results lead to', () => {
  const anchors = anchorsOf('doctor.md')
  expect(ALL.filter((id) => !anchors.includes(id))).toEqual([])
})

test('every error code has a section, and no other does', () => {
  const anchors = anchorsOf('troubleshooting.md').filter(
    (name) => name !== 'symptoms' && name !== 'error-codes',
  )
  expect(anchors.toSorted()).toEqual(Object.keys(IS_RETRYABLE).toSorted())
})

test('links within the two lead somewhere', () => {
  for (const file of ['doctor.md', 'troubleshooting.md']) {
    const page = readFileSync(new URL(`../../../../docs/${file}`, import.meta.url), 'utf8')
    for (const [, other = '', anchor = ''] of page.matchAll(
      /\]\(((?:doctor|troubleshooting)\.md)?#([\w-]+)\)/g,
    )) {
      expect(anchorsOf(other === '' ? file : other)).toContain(anchor)
    }
  }
})
