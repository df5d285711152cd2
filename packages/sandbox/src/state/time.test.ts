import { expect, test, vi } from 'vitest'
import { SANDBOX_PASSWORD, SANDBOX_USERNAME, SandboxError } from '../index.ts'
import { platformScheduler } from '../options.ts'
import { createBench, START } from '../testing/bench.ts'
import { visit } from '../testing/visitor.ts'
import { createSandboxTime } from './time.ts'

const DAY_MS = 86_400_000

const target = { url: 'http://localhost:3000/hooks', secret: 'whsec_c2VjcmV0LXNlY3JldC1zZWNyZXQ=' }
const broken = [{ provider: 'coast-range-gas', status: 'WEBSITE_DOWN' }]

/** A bench whose one connection has a check under way, due in 4 s. */
async function checkingBench(options: Parameters<typeof createBench>[0] = {}) {
  const bench = createBench(options, broken)
  const invitation = await bench.invite({}, `/invitation/connection/${bench.company.connectionIds[0]}`)
  const signIn = await visit(bench.sandbox, invitation.invitationUrl)
  await signIn.send({ action: 'next', username: SANDBOX_USERNAME, password: SANDBOX_PASSWORD })
  const connection = async () => (await bench.sandbox.control.snapshot()).connections[0]
  return { ...bench, connection, status: async () => (await connection())?.status }
}

test('a leap runs what is due in it at its own moment, and no more', async () => {
  const { sandbox, status, connection } = await checkingBench()
  await sandbox.control.advanceTime({ ms: 3999 })
  expect(await status()).toBe('WEBSITE_DOWN')
  await sandbox.control.advanceTime({ ms: 3_600_000 })
  expect(await status()).toBe('CONNECTED')
  expect((await connection())?.statusFirstSeenTime).toBe('2026-11-24T05:32:00Z')
  expect(await sandbox.control.time()).toMatchObject({ now: START + 3_603_999, frozen: false, skewMs: 0 })
})

test('what is left after a leap comes by itself, so much sooner', async () => {
  const { sandbox, status, time } = await checkingBench()
  await sandbox.control.advanceTime({ ms: 3000 })
  time.advance(999)
  expect(await status()).toBe('WEBSITE_DOWN')
  time.advance(1)
  expect(await status()).toBe('CONNECTED')
})

test('work is done in the order it is due, and work that it makes too', () => {
  const time = createSandboxTime(
    () => 1000,
    () => () => {},
  )
  const done: [string, number][] = []
  const note = (name: string) => () => void done.push([name, time.moment()])
  time.schedule(note('third'), 300)
  time.schedule(note('first'), 100)
  time.schedule(note('called off'), 150)()
  time.schedule(() => {
    note('second')()
    time.schedule(note('made'), 50)
    time.schedule(note('too late'), 5000)
  }, 200)
  time.schedule(note('also third'), 300)
  time.advance(1000)
  expect(done).toEqual([
    ['first', 1100],
    ['second', 1200],
    ['made', 1250],
    ['third', 1300],
    ['also third', 1300],
  ])
})

test('work that moves the clock itself does not get it turned back', () => {
  const time = createSandboxTime(
    () => 1000,
    () => () => {},
  )
  time.schedule(() => time.advance(5000), 100)
  time.advance(1000)
  expect(time.moment()).toBe(6100)
})

test('invitations run out in a leap', async () => {
  const { sandbox, invite, api } = createBench()
  const { id } = await invite({ expiresInSeconds: 3600 })
  const status = async () => (await api('GET', `/invitation/${id}`)).body.status
  await sandbox.control.advanceTime({ ms: 3_599_000 })
  expect(await status()).toBe('ACTIVE')
  await sandbox.control.advanceTime({ ms: 1000 })
  expect(await status()).toBe('EXPIRED')
})

test('frozen, nothing falls due and the clock stands, until it is advanced or resumed', async () => {
  const { sandbox, status, time } = await checkingBench()
  time.advance(1000)
  await sandbox.control.freezeTime()
  time.advance(60_000)
  expect(time.pending()).toBe(0)
  expect(await status()).toBe('WEBSITE_DOWN')
  expect(await sandbox.control.time()).toMatchObject({ now: START + 1000, frozen: true, skewMs: 0 })
  await sandbox.control.advanceTime({ ms: 2000 })
  expect(await sandbox.control.time()).toMatchObject({ now: START + 3000, frozen: true })
  await sandbox.control.resumeTime()
  time.advance(999)
  expect(await status()).toBe('WEBSITE_DOWN')
  time.advance(1)
  expect(await status()).toBe('CONNECTED')
  expect(await sandbox.control.time()).toMatchObject({ now: START + 4000, frozen: false, skewMs: 0 })
})

test('what begins while frozen waits too, and a leap reaches it', async () => {
  const { sandbox, company, invite, time } = createBench({ checkDelayMs: 0 }, broken)
  await sandbox.control.freezeTime()
  const invitation = await invite({}, `/invitation/connection/${company.connectionIds[0]}`)
  const signIn = await visit(sandbox, invitation.invitationUrl)
  await signIn.send({ action: 'next', username: SANDBOX_USERNAME, password: SANDBOX_PASSWORD })
  time.advance(10_000)
  expect((await sandbox.control.snapshot()).connections[0]?.status).toBe('WEBSITE_DOWN')
  await sandbox.control.advanceTime({ ms: 0 })
  expect((await sandbox.control.snapshot()).connections[0]?.status).toBe('CONNECTED')
})

test('a skewed clock writes other times, and checks are due as before', async () => {
  const { sandbox, invite, api, time, status } = await checkingBench()
  await sandbox.control.setClockSkew({ ms: -600_000 })
  const { id } = await invite({ expiresInSeconds: 3600 })
  const { headers, body } = await api('GET', `/invitation/${id}`)
  expect(headers.get('date')).toBe('Tue, 24 Nov 2026 05:21:56 GMT')
  expect(body).toMatchObject({ createdAt: '2026-11-24T05:21:56Z', expiresAt: '2026-11-24T06:21:56Z' })
  expect(await sandbox.control.time()).toMatchObject({
    now: START - 600_000,
    frozen: false,
    skewMs: -600_000,
  })
  time.advance(4000)
  expect(await status()).toBe('CONNECTED')
})

test('after a reset the clock flows on from where it was, and never from before', async () => {
  const { sandbox, time } = await checkingBench()
  await sandbox.control.advanceTime({ ms: 1000 })
  await sandbox.control.setClockSkew({ ms: 5000 })
  await sandbox.control.freezeTime()
  await sandbox.control.reset()
  expect(await sandbox.control.time()).toMatchObject({ now: START + 6000, frozen: false, skewMs: 0 })
  time.advance(7)
  expect((await sandbox.control.time()).now).toBe(START + 6007)

  await sandbox.control.setClockSkew({ ms: -5000 })
  await sandbox.control.reset()
  expect((await sandbox.control.time()).now).toBe(START + 6007)
})

test('reset puts time back where it is asked to', async () => {
  const { sandbox, time } = await checkingBench()
  await sandbox.control.setClockSkew({ ms: 5000 })
  await sandbox.control.advanceTime({ ms: 1000 })
  await sandbox.control.freezeTime()
  await sandbox.control.reset({ clock: true })
  expect(await sandbox.control.time()).toMatchObject({ now: START, frozen: false, skewMs: 0 })
  expect(time.pending()).toBe(0)
  time.advance(7)
  expect((await sandbox.control.time()).now).toBe(START + 7)
})

test.each([
  ['advanceTime', -1],
  ['advanceTime', Number.NaN],
  ['advanceTime', 1e15],
  ['setClockSkew', Number.POSITIVE_INFINITY],
  ['setClockSkew', -1e15],
] as const)('%s refuses %d', async (name, ms) => {
  const { control } = createBench().sandbox
  await expect(control[name]({ ms })).rejects.toThrow(SandboxError)
  expect(await control.time()).toMatchObject({ now: START, frozen: false, skewMs: 0 })
})

test('a repeat falls into the leap that was made before its receiver had refused, frozen or not', async () => {
  const refusals: (() => void)[] = []
  const { sandbox, company, time } = createBench(
    {
      webhook: target,
      fetch: () =>
        new Promise((resolve) => refusals.push(() => resolve(new Response(null, { status: 500 })))),
    },
    broken,
  )
  await sandbox.control.freezeTime()
  await sandbox.control.setConnectionStatus({
    connectionId: company.connectionIds[0] ?? '',
    status: 'CONNECTED',
  })
  expect(refusals).toHaveLength(2)
  await sandbox.control.advanceTime({ ms: 5000 })
  refusals[0]?.()
  await vi.waitFor(() => expect(time.pending()).toBe(1))
  time.advance(0)
  expect(refusals).toHaveLength(3)
  refusals[2]?.()
  await new Promise((resolve) => setImmediate(resolve))
  expect(time.pending()).toBe(0)
  await sandbox.control.advanceTime({ ms: 300_000 })
  expect(refusals).toHaveLength(4)
})

test('webhooks are signed with the host’s clock, whatever the sandbox’s shows', async () => {
  const stamps: (string | null)[] = []
  const { sandbox, company } = createBench(
    {
      webhook: target,
      fetch: async (_, init) => {
        stamps.push(new Headers(init?.headers).get('svix-timestamp'))
        return new Response()
      },
    },
    broken,
  )
  await sandbox.control.advanceTime({ ms: 3_600_000 })
  await sandbox.control.setClockSkew({ ms: 600_000 })
  await sandbox.control.setConnectionStatus({
    connectionId: company.connectionIds[0] ?? '',
    status: 'CONNECTED',
  })
  const host = String(Math.floor(START / 1000))
  expect(stamps).toEqual([host, host])
})

test('the platform’s timers do it when time flows; one too far for them waits for a leap', () => {
  vi.useFakeTimers({ now: START, toFake: ['Date', 'setTimeout', 'clearTimeout'] })
  try {
    const done: number[] = []
    const time = createSandboxTime(Date.now, platformScheduler)
    time.schedule(() => done.push(time.moment()), 40 * DAY_MS)
    time.schedule(() => done.push(time.moment()), 4000)
    vi.advanceTimersByTime(3999)
    expect(done).toEqual([])
    vi.advanceTimersByTime(1)
    expect(done).toEqual([START + 4000])
    time.advance(40 * DAY_MS)
    expect(done).toEqual([START + 4000, START + 40 * DAY_MS])
  } finally {
    vi.useRealTimers()
  }
})

test('each of several invitations made in one millisecond runs out exactly when its life is over', async () => {
  const { sandbox, invite } = createBench()
  await sandbox.control.freezeTime()
  for (let made = 0; made < 3; made += 1) await invite({ expiresInSeconds: 3600 })
  const statuses = async () => (await sandbox.control.snapshot()).invitations.map(({ status }) => status)
  await sandbox.control.advanceTime({ ms: 3_599_999 })
  expect(await statuses()).toEqual(['ACTIVE', 'ACTIVE', 'ACTIVE'])
  await sandbox.control.advanceTime({ ms: 1 })
  expect(await statuses()).toEqual(['EXPIRED', 'EXPIRED', 'EXPIRED'])
})
