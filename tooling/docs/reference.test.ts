import { readFileSync } from 'node:fs'
import path from 'node:path'
import { beforeAll, expect, test } from 'vitest'
import { ROOT } from '../lib/root.mjs'
import { renderPackageLlmsTxt } from './llms-txt.ts'
import { type PublicExports, readPublicExports } from './public-exports.ts'
import { type Reference, renderReference } from './reference.ts'

let publicExports: PublicExports
let reference: Reference
beforeAll(() => {
  publicExports = readPublicExports()
  reference = renderReference(publicExports)
})

test('every public export has a docstring', () => {
  expect(reference.undocumented).toEqual([])
})

test.each(['react', 'server', 'sandbox'])('packages/%s/llms.txt is what `pnpm docs:llms` writes', (name) => {
  const text = readFileSync(path.join(ROOT, 'packages', name, 'llms.txt'), 'utf8')
  const wanted = publicExports.packages.find((one) => one.name === name)
  expect(text).toBe(wanted && renderPackageLlmsTxt(wanted))
  expect(text).toMatch(/^# @nectar-connect\/\w+\n\n> [^\n]+\n/)
})

/** What the page says of one export of the main entry. */
const about = (name: string, symbol: string) => {
  const page = reference.pages.get(name)
  return page?.split(/^### /m).find((section) => section.startsWith(`${symbol}\n`))
}

test('functions come with docstring, signature and example, and without their bodies', () => {
  const section = about('server', 'createRedisStore')
  expect(section).toContain('for hosts of several machines')
  expect(section).toContain('function createRedisStore(options: RedisStoreOptions): ConnectStore\n```')
  expect(section).toContain('Example:')
  expect(about('react', 'NectarConnect')).toContain('NectarConnectProps): JSX.Element')
})

test('errors that are thrown are named', () => {
  expect(about('react', 'appearanceToCss')).toContain('- Throws `TypeError`')
})

test('members keep their docstrings, and private ones are left out', () => {
  expect(about('server', 'NectarConnectOptions')).toMatch(
    /\/\*\* Where the handler is mounted[^\n]*\n {2}basePath/,
  )
  expect(about('server', 'NectarConnectError')).toContain('static isInstance(error: unknown)')
})

test('types of schemas and tables are spelled out', () => {
  expect(about('react', 'ConnectionView')).toMatch(/isActive: boolean\n/)
  expect(about('react', 'ErrorCode')).toContain('"client_outdated"')
  for (const page of reference.pages.values()) expect(page).not.toMatch(/z\.output/)
})
