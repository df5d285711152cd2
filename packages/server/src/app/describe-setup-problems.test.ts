import { afterEach, describe, expect, onTestFinished, test, vi } from 'vitest'
import { SECRET } from '../testing/deliver.ts'
import { COMPANY } from '../testing/fake-nectar.ts'
import { createHarness, invitationRequest, readProblem } from '../testing/harness.ts'

const BARE = { apiKey: undefined, authorize: undefined as never, basePath: '/api/nectar' }
const FOREIGN = { headers: { 'sec-fetch-site': 'cross-site', origin: 'https://app.example.com' } }

afterEach(() => vi.unstubAllEnvs())

describe('while developing', () => {
  test('the first answer says every option that is missing, with its fix', async () => {
    const { get } = createHarness({ ...BARE, development: true })
    const { code, setupProblems } = await readProblem(await get('/connections'))
    expect(code).toBe('not_configured')
    expect(setupProblems).toEqual([
      expect.stringMatching(/^"apiKey" is missing\. .*Settings > Organization > API Keys/),
      expect.stringMatching(/^"authorize" is missing\. Pass /),
    ])
  })

  test('so does the answer to a page of a foreign origin', async () => {
    const { post } = createHarness({ development: true })
    const { setupProblems } = await readProblem(await post('/invitations', invitationRequest(), FOREIGN))
    expect(setupProblems).toEqual([expect.stringContaining("publicOrigin: 'https://app.example.com'")])
  })

  test('and the one after a function of the host went wrong', async () => {
    const { get } = createHarness({
      development: true,
      authorize: () => ({ companyId: null, userId: '' }),
    })
    const { setupProblems } = await readProblem(await get('/connections'))
    expect(setupProblems).toEqual([
      expect.stringContaining('What "authorize" returned cannot be used: userId'),
    ])
  })

  test('a webhook without a secret says where to copy it from', async () => {
    const { post } = createHarness({ development: true })
    const { setupProblems } = await readProblem(await post('/webhooks', {}))
    expect(setupProblems).toEqual([expect.stringContaining('"webhookSecret" is missing')])
  })

  test('no secret is told, even where somebody put one where it does not belong', async () => {
    const harness = createHarness({ development: true, apiKey: 'nk-0123456789' })
    await harness.get('/connections')
    const headers = { 'sec-fetch-site': 'cross-site', origin: 'https://nk-0123456789.example' }
    const answer = await harness.post('/invitations', invitationRequest(), { headers })
    const text = await answer.text()
    expect(text).toContain('[redacted].example')
    expect(text).not.toContain('nk-0123456789')
  })

  test('a key that Nectar does not accept', async () => {
    const { get } = createHarness({ development: true, apiKey: 'another-key' })
    const { code, setupProblems } = await readProblem(await get('/connections'))
    expect(code).toBe('nectar_rejected_key')
    expect(setupProblems).toEqual([expect.stringMatching(/did not accept "apiKey"\. Set NECTAR_API_KEY to /)])
    expect(String(setupProblems)).not.toContain('another-key')
  })

  test('a company that the key does not see', async () => {
    const { post } = createHarness({ development: true }, (fake) =>
      fake.on('POST', `/invitation/company/${COMPANY}`, () => new Response('{}', { status: 403 })),
    )
    const { code, setupProblems } = await readProblem(await post('/invitations', invitationRequest()))
    expect(code).toBe('nectar_rejected')
    expect(setupProblems).toEqual([expect.stringContaining('that ensureCompany() gave you')])
  })

  test('an organization without a company', async () => {
    const { get } = createHarness({
      development: true,
      authorize: () => ({ companyId: null, userId: 'user-1' }),
    })
    expect((await readProblem(await get('/connections'))).setupProblems).toEqual([
      expect.stringContaining('Call ensureCompany()'),
    ])
  })

  test('a page of the sandbox, while only its API is configured', async () => {
    const { post } = createHarness({
      development: true,
      nectar: { hostedOrigin: 'https://elsewhere.example' },
    })
    const { code, setupProblems } = await readProblem(await post('/invitations', invitationRequest()))
    expect(code).toBe('invitation_url_untrusted')
    expect(setupProblems).toEqual([expect.stringContaining('Set "nectar.hostedOrigin"')])
  })

  test('a sandbox that was not started', async () => {
    const { post } = createHarness({
      development: true,
      nectar: { apiOrigin: 'http://localhost:4400' },
      fetch: async () => {
        throw new TypeError('fetch failed', { cause: { code: 'ECONNREFUSED' } })
      },
    })
    const { code, setupProblems } = await readProblem(await post('/invitations', invitationRequest()))
    expect(code).toBe('nectar_unavailable')
    expect(setupProblems).toEqual([
      expect.stringMatching(
        /^Nothing could be reached at http:\/\/localhost:4400\. .*npx nectar-sandbox, start/,
      ),
    ])
  })

  test('what Nectar or a customer did wrong is explained by its code alone', async () => {
    const { post } = createHarness({ development: true })
    expect((await readProblem(await post('/nothing'))).setupProblems).toBeUndefined()
    expect((await readProblem(await post('/invitations', {}))).setupProblems).toBeUndefined()
  })

  test.each([null, undefined, false, ''])(
    'nobody who is signed in: "authorize" returned %j',
    async (answer) => {
      const { get } = createHarness({ development: true, authorize: () => answer as null })
      const { code, setupProblems } = await readProblem(await get('/connections'))
      expect(code).toBe('unauthenticated')
      expect(setupProblems).toEqual([
        expect.stringMatching(
          /^"authorize" returned [^.]+, so that nobody is signed in\. Return \{ companyId, userId \}/,
        ),
      ])
    },
  )

  test('what a function of the host threw is told, without secrets', async () => {
    const { get } = createHarness({
      development: true,
      apiKey: 'nk-0123456789',
      authorize: () => {
        throw new TypeError("Cannot read properties of undefined (reading 'user'), nk-0123456789")
      },
    })
    const { code, setupProblems } = await readProblem(await get('/connections'))
    expect(code).toBe('host_error')
    expect(setupProblems).toEqual([
      expect.stringMatching(
        /^The "authorize" function threw\. .* What it threw: TypeError: Cannot read .*\[redacted\]$/,
      ),
    ])
  })

  test('a proxy that Node does not use, while the direct way is closed', async () => {
    vi.stubEnv('HTTPS_PROXY', 'http://user:password@proxy.example:3128')
    vi.stubGlobal('fetch', async () => {
      throw new TypeError('fetch failed', { cause: { code: 'UND_ERR_CONNECT_TIMEOUT' } })
    })
    onTestFinished(() => void vi.unstubAllGlobals())
    const { get, logText } = createHarness({ development: true, fetch: undefined as never })
    const { code, setupProblems } = await readProblem(await get('/connections'))
    expect(code).toBe('nectar_unavailable')
    expect(setupProblems).toEqual([
      expect.stringMatching(
        /HTTPS_PROXY .*\. Start Node with NODE_USE_ENV_PROXY=1 .* createNectarConnect\(\{ fetch \}\)/,
      ),
    ])
    expect(logText()).toContain('NODE_USE_ENV_PROXY')
    expect(logText() + setupProblems).not.toContain('password')
    vi.stubEnv('NODE_USE_ENV_PROXY', '1')
    expect(String((await readProblem(await get('/connections'))).setupProblems)).toMatch(
      /^Nothing could be reached at https:\/\/[^ ]+\. /,
    )
  })

  test('a variable that is set too late: for the key, and for the secret of webhooks', async () => {
    const { get, post, nectar } = createHarness({ development: true, apiKey: undefined })
    const configured = createHarness({ development: true })
    vi.stubEnv('NECTAR_API_KEY', 'nk-0123456789')
    const problems = [(await readProblem(await get('/connections'))).setupProblems]
    await expect(nectar.ping()).rejects.toThrow('not yet set when createNectarConnect() ran')
    vi.stubEnv('NECTAR_WEBHOOK_SECRET', SECRET)
    problems.push((await readProblem(await configured.post('/webhooks', {}))).setupProblems)
    for (const [problem] of problems.map((told) => told ?? [])) {
      expect(problem).toMatch(
        /^"(apiKey|webhookSecret)" is missing, since NECTAR_\w+ was not yet set when .* ran\. .*: \(\) => process\.env/,
      )
    }
    expect(problems).toHaveLength(2)
    expect((await post('/webhooks', {})).status).toBe(503)
    // One that was set all the time was not passed.
    const forgotten = createHarness({ development: true, apiKey: undefined })
    const told = await readProblem(await forgotten.get('/connections'))
    expect(told.setupProblems).toEqual([expect.stringMatching(/^"apiKey" is missing\. Make a key/)])
  })
})

describe('in production', () => {
  test('no answer explains itself', async () => {
    const { get, post, logText } = createHarness({ ...BARE, development: false })
    for (const response of [
      await get('/connections'),
      await post('/invitations', invitationRequest(), FOREIGN),
      await post('/webhooks', {}),
    ]) {
      expect(await response.text()).not.toMatch(/setupProblems|apiKey|app\.example|whsec/)
    }
    expect(logText()).toContain('"authorize\\" is missing')
  })

  test.each([
    ['production', false],
    ['development', true],
    ['', true],
  ])('NODE_ENV %j decides where no option does', async (env, isExplained) => {
    vi.stubEnv('NODE_ENV', env)
    const { get } = createHarness(BARE)
    expect('setupProblems' in (await readProblem(await get('/connections')))).toBe(isExplained)
  })

  test.each([undefined, {}])('a runtime whose process is %j counts as it', async (process) => {
    vi.stubGlobal('process', process)
    const { get } = createHarness(BARE)
    vi.unstubAllGlobals()
    expect('setupProblems' in (await readProblem(await get('/connections')))).toBe(false)
  })
})

test('a server clock that is far off Nectar’s is said once, in production too: webhooks will be refused', async () => {
  const harness = createHarness({ development: false }, (fake) => {
    fake.skewMs = 10 * 60_000
  })
  for (const path of ['/connections', '/invitations/shared']) await harness.get(path)
  expect(harness.logs.filter(({ message }) => message.startsWith('The clock of this server'))).toHaveLength(1)
})
