import { readFileSync } from 'node:fs'
import { SANDBOX_PASSWORD, SANDBOX_SIGN_INS } from '@nectar-connect/sandbox'
import { expect, test } from 'vitest'

const ROOT = new URL('../../', import.meta.url)
const guide = readFileSync(new URL('docs/testing-your-integration.md', ROOT), 'utf8')

/** Every block of code, with the comment in front of it that says which part of which file it is. */
const blocks = [...guide.matchAll(/(?:<!-- (\S+)#(\S+) -->\n\n)?```tsx?\n(.*?)```/gs)].map(
  ([, file = '', region = '', code = '']) => ({ file, region, code }),
)

function regionOf(file: string, region: string): string {
  const text = readFileSync(new URL(file, ROOT), 'utf8')
  return new RegExp(`^// #region ${region}\\n(.*?)^// #endregion`, 'ms').exec(text)?.[1] ?? ''
}

test('there is code in the guide', () => {
  expect(blocks.length).toBeGreaterThan(8)
})

test.each(blocks)('the guide’s code is what runs: $file#$region', ({ file, region, code }) => {
  // A note to the linter is of no use to a reader.
  const text = regionOf(file, region).replaceAll(/^ *\/\/ biome-ignore .*\n/gm, '')
  expect(code.trimEnd()).toBe(text.trimEnd())
})

test('every recipe stands in the guide', () => {
  for (const file of [
    'create-test-host.ts',
    'linking.test.ts',
    'component.test.tsx',
    'fixtures.ts',
    'linking.spec.ts',
  ]) {
    const text = readFileSync(new URL(file, import.meta.url), 'utf8')
    for (const [, region] of text.matchAll(/^\/\/ #region (\S+)/gm)) {
      expect(blocks).toContainEqual(expect.objectContaining({ file: `e2e/recipes/${file}`, region }))
    }
  }
})

test('the guide’s sign-ins are the sandbox’s', () => {
  const rows = [...guide.matchAll(/^\| `(nectar-sandbox-\S+)` +\| .*? \| `?([^|`]*?)`? +\|$/gm)]
  expect(rows.map(([, username, ends]) => [username, ends])).toEqual(
    SANDBOX_SIGN_INS.map(({ username, ends }) => [username, ends ?? 'stays as it is']),
  )
  expect(guide).toContain(SANDBOX_PASSWORD)
})
