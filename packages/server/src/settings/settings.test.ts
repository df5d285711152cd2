import { afterEach, describe, expect, test, vi } from 'vitest'
import { createHarness, readProblem } from '../testing/harness.ts'
import type { NectarConnectOptions } from './options.ts'
import { readSettings } from './settings.ts'

const webhookSecret = 'whsec_b25seS1mb3ItdHJ5aW5nLWl0LW91dA=='
/** As plain JavaScript passes them. */
const misspelt = (options: object) => ({ webhookSecret, ...options }) as Partial<NectarConnectOptions>

afterEach(() => vi.unstubAllEnvs())

describe('while developing', () => {
  test.each([
    [{ webhookSecrt: 'whsec_x' }, 'has no option "webhookSecrt". Did you mean "webhookSecret"?'],
    [{ sharing: { sendr: 'none' } }, 'has no option "sharing.sendr". Did you mean "sharing.sender"?'],
    [{ nectar: { apiorigin: '' } }, 'has no option "nectar.apiorigin". Did you mean "nectar.apiOrigin"?'],
    [{ region: 'eu' }, 'has no option "region". Remove it.'],
  ])('%o is named once, at the start', async (options, message) => {
    const { get, logs } = createHarness(misspelt({ ...options, development: true }))
    const expected = { level: 'warn', message: `createNectarConnect() ${message}`, fields: {} }
    expect(logs).toEqual([expected])
    expect((await get('/connections')).status).toBe(200)
    expect(logs).toEqual([expected])
  })

  test('one that is missing under its right name is told with the wrong one', async () => {
    const options = { apiKey: undefined, apiKye: 'test-key-1', development: true }
    const { get } = createHarness(misspelt(options))
    const { setupProblems } = await readProblem(await get('/connections'))
    expect(setupProblems).toEqual([
      expect.stringContaining('"apiKey" is missing.'),
      'createNectarConnect() has no option "apiKye". Did you mean "apiKey"?',
    ])
  })

  test('options that exist are not mentioned, whatever is in them', () => {
    const options = { sharing: { appName: undefined }, nectar: undefined, store: undefined }
    expect(createHarness(misspelt({ ...options, development: true })).logs).toEqual([])
  })
})

test('nothing is said in production', () => {
  vi.stubEnv('NODE_ENV', 'production')
  expect(createHarness(misspelt({ webhookSecrt: 'whsec_x' })).logs).toEqual([])
})

test.each([
  [{ sandbox: 'http://localhost:4400/' }, 'http://localhost:4400/v2.2', 'http://localhost:4400'],
  [{ sandbox: undefined }, 'https://external.nectarclimate.com/v2.2', 'https://dash.nectarclimate.com'],
  [{ sandbox: '' }, 'https://external.nectarclimate.com/v2.2', 'https://dash.nectarclimate.com'],
  [
    { sandbox: 'http://localhost:4400', hostedOrigin: 'http://localhost:4401' },
    'http://localhost:4400/v2.2',
    'http://localhost:4401',
  ],
])('Nectar is where %o says', (nectar, apiBase, hostedOrigin) => {
  const settings = readSettings({ apiKey: 'test-key-1', authorize: () => null, nectar })
  expect(settings).toMatchObject({ apiBase, hostedOrigin, faults: [] })
})

test.each(['localhost:4400', 'http://nectar.example', 4400])('no sandbox is at %o', (sandbox) => {
  const { faults } = readSettings({ apiKey: 'test-key-1', authorize: () => null, nectar: { sandbox } })
  expect(faults).toEqual([expect.stringContaining('"nectar.sandbox" is not an origin')])
})
