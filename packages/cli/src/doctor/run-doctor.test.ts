import { docsUrl } from '@nectar-connect/contract/wire'
import { DEFAULT_API_KEY } from '@nectar-connect/sandbox'
import { expect, test } from 'vitest'
import { examine } from '../testing/examine.ts'
import {
  type CliBench,
  COMPANY_ID,
  COOKIE,
  listen,
  OTHER_SECRET,
  SECRET,
  startCliBench,
} from '../testing/host-and-nectar.ts'
import { HOW_TO_GIVE } from './check.ts'
import { CHECKS } from './run-checks.ts'
import type { DoctorSettings } from './run-doctor.ts'

interface Visit {
  args?: string[]
  env?: Record<string, string>
  settings?: DoctorSettings
}

/** Everything that can be looked at, as far as a test does not say otherwise. */
function examineAll({ sandbox, url, host }: CliBench, { args, env, settings }: Visit = {}) {
  const { origin } = sandbox
  const all = [
    ...['--company', COMPANY_ID, '--url', url, '--page', `${host}/`],
    ...['--api-origin', origin, '--hosted-origin', origin, '--header', `Cookie: ${COOKIE}`],
  ]
  const secrets = { NECTAR_API_KEY: DEFAULT_API_KEY, NECTAR_WEBHOOK_SECRET: SECRET }
  return examine(args ?? all, env ?? secrets, settings)
}

test('all is right on a host that is set up', async () => {
  const bench = await startCliBench()
  const { code, results, text } = await examineAll(bench)
  expect(results.filter(({ state }) => state !== 'pass')).toEqual([])
  expect(results.map(({ check }) => check)).toEqual(
    Object.values(CHECKS)
      .flat()
      .map(({ id }) => id),
  )
  expect(code).toBe(0)
  for (const secret of [DEFAULT_API_KEY, SECRET, COOKIE]) expect(text).not.toContain(secret)
  expect((await bench.sandbox.sandbox.control.snapshot()).invitations).toMatchObject([{ status: 'REVOKED' }])
})

test('what a check needs is an option, or a check before it', () => {
  const known = Object.keys(HOW_TO_GIVE)
  for (const { id, needs } of Object.values(CHECKS).flat()) {
    expect(known).toEqual(expect.arrayContaining([...needs]))
    known.push(id)
  }
})

test('a test webhook changes nothing, and none is made without being asked', async () => {
  const types: string[] = []
  const bench = await startCliBench({ nectar: { onOtherWebhook: ({ type }) => void types.push(type) } })
  const { origin } = bench.sandbox
  const { find } = await examineAll(bench, {
    args: ['--company', COMPANY_ID, '--url', bench.url, '--api-origin', origin, '--no-test-invitation'],
  })
  expect(types).toEqual(['nectar-connect.doctor'])
  expect(find('test-invitation')).toMatchObject({ state: 'skip' })
  expect((await bench.sandbox.sandbox.control.stats()).invitationsCreated).toBe(0)
})

test('a wrong key, or one of the other environment', async () => {
  const bench = await startCliBench()
  const { wrongs, find, text } = await examineAll(bench, {
    env: { NECTAR_API_KEY: 'key-of-the-other-environment', NECTAR_WEBHOOK_SECRET: SECRET },
  })
  expect(wrongs).toEqual(['key'])
  expect(find('key')).toMatchObject({ why: expect.stringContaining('the other environment') })
  expect(find('company')).toMatchObject({ state: 'skip' })
  expect(text).not.toContain('key-of-the-other-environment')
})

test('a key that the server has wrongly', async () => {
  const bench = await startCliBench({ nectar: { apiKey: 'another-key' } })
  const { wrongs, find } = await examineAll(bench)
  expect(wrongs).toEqual(['signed-in'])
  expect(find('signed-in')).toMatchObject({
    what: expect.stringContaining('did not accept "apiKey"'),
    fix: expect.stringContaining('Set NECTAR_API_KEY'),
    docs: docsUrl('troubleshooting', 'nectar_rejected_key'),
  })
})

test('a company that the key cannot see, and which ones it can', async () => {
  const bench = await startCliBench({
    companies: [{ name: 'Somebody Else', sites: [{ name: 'The Alder' }] }],
  })
  const { wrongs, find } = await examineAll(bench)
  expect(wrongs).toEqual(['company', 'signed-in'])
  expect(find('company')).toMatchObject({
    why: expect.stringContaining('404'),
    fix: expect.stringContaining('Somebody Else ('),
  })
})

test('a company without sites', async () => {
  const { wrongs, find } = await examineAll(
    await startCliBench({ companies: [{ id: COMPANY_ID, name: 'Harrow Lane Hotels' }] }),
  )
  expect(wrongs).toEqual(['company'])
  expect(find('company')).toMatchObject({ what: '"Harrow Lane Hotels" has no site.' })
})

test('an invitation that lives elsewhere is revoked all the same', async () => {
  const bench = await startCliBench()
  const { origin } = bench.sandbox
  const { wrongs } = await examineAll(bench, { args: ['--company', COMPANY_ID, '--api-origin', origin] })
  expect(wrongs).toEqual(['test-invitation'])
  expect((await bench.sandbox.sandbox.control.snapshot()).invitations).toMatchObject([{ status: 'REVOKED' }])
})

test('a fault of Nectar that passes', async () => {
  const bench = await startCliBench()
  await bench.sandbox.sandbox.control.addFault({ kind: 'status', code: 503, route: 'GET /ping' })
  const { find } = await examineAll(bench)
  expect(find('key')).toMatchObject({ state: 'fail', why: expect.stringContaining('503') })
})

test('another webhook secret, and none', async () => {
  const other = await examineAll(await startCliBench({ nectar: { webhookSecret: OTHER_SECRET } }))
  expect(other.wrongs).toEqual(['right-signature'])
  expect(other.find('right-signature')).toMatchObject({ why: expect.stringContaining('another secret') })
  const none = await examineAll(await startCliBench({ nectar: { webhookSecret: [] } }))
  expect(none.wrongs).toEqual(['wrong-signature', 'right-signature'])
  expect(none.find('right-signature')).toMatchObject({
    why: expect.stringContaining('"webhookSecret" is missing'),
  })
})

test('a webhook secret that is none, as a server in development says it', async () => {
  const { wrongs, find } = await examineAll(
    await startCliBench({ nectar: { webhookSecret: 'not-a-secret!', development: true } }),
  )
  expect(wrongs).toEqual(['wrong-signature', 'right-signature'])
  expect(find('right-signature')).toMatchObject({
    why: expect.stringContaining('"webhookSecret" is no signing secret.'),
    fix: expect.stringContaining('Copy the whole of it'),
  })
})

test('a host function that throws at events which it does not know', async () => {
  const bench = await startCliBench({
    nectar: {
      onOtherWebhook() {
        throw new Error('what is this?')
      },
    },
  })
  const { wrongs, find } = await examineAll(bench)
  expect(wrongs).toEqual(['right-signature'])
  expect(find('right-signature')).toMatchObject({ why: expect.stringContaining('"onOtherWebhook" throws') })
})

test('somebody who is let in without a session, and "authorize" that throws', async () => {
  const open = await examineAll(
    await startCliBench({ nectar: { authorize: () => ({ companyId: COMPANY_ID, userId: 'anybody' }) } }),
  )
  expect(open.wrongs).toEqual(['signed-out'])
  const thrown = await examineAll(
    await startCliBench({
      nectar: {
        authorize: (request) => {
          if (request.headers.get('cookie') === null) throw new TypeError('no cookie')
          return { companyId: COMPANY_ID, userId: 'pim' }
        },
      },
    }),
  )
  expect(thrown.wrongs).toEqual(['signed-out'])
  expect(thrown.find('signed-out')).toMatchObject({
    what: 'The "authorize" function threw.',
    fix: 'Return null for somebody who is not signed in. What it threw: TypeError: no cookie',
  })
})

test('what the quick start leads to has nothing that fails, and says what it is missing', async () => {
  const companies = [{ id: COMPANY_ID, name: 'Harrow Lane Hotels' }]
  const everybody = { authorize: () => ({ companyId: COMPANY_ID, userId: 'user-1' }) }
  const { sandbox, host, url } = await startCliBench({ companies, nectar: everybody })
  const env = {
    NECTAR_ORIGIN: sandbox.origin,
    NECTAR_API_KEY: DEFAULT_API_KEY,
    NECTAR_WEBHOOK_SECRET: SECRET,
  }
  const found = await examine(['--company', COMPANY_ID, '--url', url, '--page', host], env)
  expect(found.wrongs).toEqual([])
  expect(found.find('handler')?.what).toContain('no webhook has arrived yet')
  expect(found.find('company')).toMatchObject({
    state: 'pass',
    what: expect.stringContaining('no open site'),
  })
  expect(found.find('signed-out')).toMatchObject({
    state: 'skip',
    what: expect.stringContaining('return null'),
  })
  expect(found.find('test-invitation')).toMatchObject({ state: 'pass' })
})

test('a key in quotes is named as such, and not repeated', async () => {
  const { sandbox } = await startCliBench()
  const env = { NECTAR_ORIGIN: sandbox.origin, NECTAR_API_KEY: `"${DEFAULT_API_KEY}"` }
  const { find, text } = await examine([], env)
  expect(find('key')?.what).toContain('has quotes around it')
  expect(text).not.toContain(DEFAULT_API_KEY)
})

test('NECTAR_ORIGIN that is no origin is named', async () => {
  const env = { NECTAR_ORIGIN: 'localhost:4400', NECTAR_API_KEY: DEFAULT_API_KEY }
  await expect(examine([], env)).rejects.toThrow('NECTAR_ORIGIN is no')
})

test('what a server in development says of its options: every fault, in its own words', async () => {
  const bench = await startCliBench({
    nectar: { apiKey: undefined, timeoutMs: -1, development: true },
  })
  const { wrongs, find, results } = await examineAll(bench)
  expect(wrongs).toEqual(['options', 'options'])
  expect(results.filter(({ check }) => check === 'options')).toMatchObject([
    {
      what: '"apiKey" is missing.',
      why: 'The handler was not given what it needs.',
      fix: expect.stringContaining('set NECTAR_API_KEY'),
      docs: docsUrl('troubleshooting', 'not_configured'),
    },
    { what: '"timeoutMs" is not a positive number of milliseconds.', fix: 'Leave it out to get 15000.' },
  ])
  for (const check of ['signed-out', 'signed-in', 'stream']) {
    expect(find(check)).toMatchObject({ state: 'skip' })
  }
})

test('a server in production says only that something is missing', async () => {
  const bench = await startCliBench({ nectar: { apiKey: undefined, development: false } })
  const { wrongs, find } = await examineAll(bench)
  expect(wrongs).toEqual(['options'])
  expect(find('options')).toMatchObject({ fix: expect.stringContaining('Read its log') })
})

test('what "authorize" returns and cannot be used', async () => {
  const bench = await startCliBench({
    nectar: {
      authorize: (request) => (request.headers.has('cookie') ? { companyId: COMPANY_ID, userId: '' } : null),
    },
  })
  const { wrongs, find } = await examineAll(bench)
  expect(wrongs).toEqual(['signed-in'])
  expect(find('signed-in')).toMatchObject({
    what: expect.stringContaining('What "authorize" returned cannot be used: userId'),
    docs: docsUrl('troubleshooting', 'host_error'),
  })
})

test('a session that is over', async () => {
  const bench = await startCliBench()
  const { wrongs } = await examineAll(bench, {
    args: ['--url', bench.url, '--header', 'Cookie: session=old'],
    env: {},
  })
  expect(wrongs).toEqual(['signed-in'])
})

test.each([
  ['a page of the app', 200, { 'content-type': 'text/html' }, 'A page that is not the handler answers 200'],
  ['a 404', 404, {}, 'Something that is not the handler answers 404'],
  ['a redirect to a sign-in', 307, { location: '/login?next=%2Fapi' }, 'It redirects (307) to /login.'],
  ['a check in front of it', 403, {}, 'Something in front of the handler answers 403'],
])('where the handler is missing: %s', async (_name, status, headers, why) => {
  const bench = await startCliBench({
    meddle(req, res) {
      if (!req.url?.startsWith('/api/nectar')) return false
      res.writeHead(status, headers).end('<!doctype html>')
      return true
    },
  })
  const { wrongs, find } = await examineAll(bench)
  expect(wrongs).toEqual(['handler'])
  expect(find('handler')).toMatchObject({ why: expect.stringContaining(why) })
  expect(find('stream')).toMatchObject({ state: 'skip' })
})

test('what answers quote of secrets is taken out', async () => {
  const bench = await startCliBench({
    meddle(req, res) {
      if (!req.url?.startsWith('/api/nectar')) return false
      res.writeHead(302, { location: `/sign-in/${COOKIE}/${DEFAULT_API_KEY}/p/i/token-of-somebody` }).end()
      return true
    },
  })
  const { find, text } = await examineAll(bench)
  expect(find('handler')).toMatchObject({ why: expect.stringContaining('/sign-in/[redacted]/[redacted]') })
  for (const secret of [DEFAULT_API_KEY, COOKIE, 'token-of-somebody']) expect(text).not.toContain(secret)
})

test('a handler that believes to be somewhere else, and a server that is not there', async () => {
  const elsewhere = await examineAll(await startCliBench({ nectar: { basePath: '/api/connect' } }))
  expect(elsewhere.wrongs).toEqual(['handler'])
  expect(elsewhere.find('handler')).toMatchObject({ fix: expect.stringContaining('basePath') })
  const bench = await startCliBench()
  const { origin, close } = await listen(() => {})
  await close()
  const gone = await examineAll(bench, { args: ['--url', `${origin}/api/nectar`], env: {} })
  expect(gone.find('handler')).toMatchObject({ why: `Nothing listens on ${new URL(origin).host}.` })
})

test('the clock of the server, and that of this machine', async () => {
  const aheadMs = 400_000
  const skewed = await startCliBench({
    nectar: { now: () => Date.now() + aheadMs },
    meddle(_req, res) {
      res.setHeader('date', new Date(Date.now() + aheadMs).toUTCString())
      return false
    },
  })
  const server = await examineAll(skewed)
  expect(server.wrongs).toEqual(['right-signature'])
  expect(server.find('right-signature')).toMatchObject({
    why: expect.stringMatching(/^The clock of your server is 6 min \d+ s off/),
  })

  // This machine is wrong, the server is right: signatures are made by Nectar's clock.
  const bench = await startCliBench()
  const own = await examineAll(bench, { settings: { now: () => Date.now() - aheadMs } })
  expect(own.wrongs).toEqual(['clock'])
  expect(own.find('clock')).toMatchObject({ what: expect.stringMatching(/6 min \d+ s behind Nectar/) })
})
