import fc from 'fast-check'
import { expect, test } from 'vitest'
import { createSandbox, type Sandbox, SandboxError } from '../index.ts'
import { createBench, createManualTime } from '../testing/bench.ts'
import { visit } from '../testing/visitor.ts'

const webhook = { url: 'http://localhost:3000/hooks', secret: 'whsec_c2VjcmV0LXNlY3JldC1zZWNyZXQ=' }
const settled = () => new Promise((resolve) => setImmediate(resolve))

/** A receiver that is there, or not. */
const receiver =
  (status: number): typeof fetch =>
  async () =>
    new Response(null, { status })

function start(status: number) {
  return createBench({ webhook, fetch: receiver(status) }, [
    { provider: 'coast-range-gas', status: 'CONNECTED' },
    { provider: 'three-rivers-water', status: 'MFA_TOKEN_EXPIRED' },
  ])
}

/** What a sandbox can be asked. */
function answers({ control }: Sandbox) {
  return {
    snapshot: control.snapshot(),
    // Each start has ids of its own.
    deliveries: control.deliveries().map(({ id, ...delivery }) => ({ ...delivery, id: id.slice(0, -8) })),
    mails: control.mails(),
    stats: control.stats(),
    time: control.time(),
    webhook: control.webhook(),
  }
}

type Bench = ReturnType<typeof start>
type Act = (bench: Bench, sandbox: Sandbox, time: Bench['time']) => unknown

const connection = ({ company }: Bench) => String(company.connectionIds[0])
const newest = ({ control }: Sandbox) => control.snapshot().invitations.at(-1)

/** Opens the newest invitation's page, and goes as far as these answers lead. */
const walk =
  (...forms: Record<string, string>[]): Act =>
  async (_, sandbox) => {
    const url = newest(sandbox)?.invitationUrl
    if (url === undefined) return
    let page = await visit(sandbox, String(url))
    for (const form of forms) page = await page.send(form)
  }

const signIn = (username: string) => ({ action: 'next', username, password: 'nectar-sandbox-password' })
const find = { provider: 'cascadia-power' }
const send = { action: 'next', type: 'ELECTRICITY', since: '2025-01-01', owner: '' }

const ACTS: Record<string, Act> = {
  invite: (bench) => bench.invite({ expiresInSeconds: 3600 }),
  mail: (bench) => bench.invite({ allowedEmails: ['dana@harrowlane.example'], sendEmail: true, maxUses: 2 }),
  reconnect: (bench) => bench.invite({}, `/invitation/connection/${bench.company.connectionIds[1]}`),
  look: walk(),
  choose: walk(find),
  security: walk(find, signIn('nectar-sandbox-mfa')),
  sendCode: walk({ email: 'dana@harrowlane.example' }),
  forward: walk({ action: 'next' }),
  configure: walk(find, signIn('nectar-sandbox-username'), send),
  status: (bench, { control }) => control.setConnectionStatus(connection(bench), 'PASSWORD_INCORRECT'),
  hold: (_, { control }) => control.holdWebhooks(),
  release: (_, { control }) => control.releaseWebhooks(),
  rotate: (_, { control }) => control.rotateWebhookSecret('whsec_bmV3LXNlY3JldA=='),
  disable: (_, { control }) => control.setWebhookEnabled(false),
  moment: (_, __, time) => time.advance(1_500),
  hours: (_, { control }) => control.advanceTime(3 * 3_600_000),
  freeze: (_, { control }) => control.freezeTime(),
  resume: (_, { control }) => control.resumeTime(),
  skew: (_, { control }) => control.setClockSkew({ ms: 90_000 }),
  delay: (_, { control }) => control.setCheckDelay(60_000),
}

test('what it answers is the same before and after, and stays the same', () =>
  fc.assert(
    fc.asyncProperty(
      fc.array(fc.constantFrom(...Object.keys(ACTS)), { maxLength: 14 }),
      fc.array(fc.constantFrom('status', 'hours', 'moment', 'release', 'resume'), { maxLength: 4 }),
      fc.constantFrom(204, 503),
      async (acts, later, status) => {
        const bench = start(status)
        const { sandbox, time } = bench
        for (const act of acts) {
          await ACTS[act]?.(bench, sandbox, time)
          await settled()
        }
        const saved = JSON.parse(JSON.stringify(sandbox.save()))
        const again = createManualTime(time.now())
        const restored = createSandbox({
          now: again.now,
          schedule: again.schedule,
          seed: 1,
          brand: { name: 'Plumbline' },
          fetch: receiver(status),
        })
        restored.restore(saved)
        expect(answers(restored)).toEqual(answers(sandbox))
        expect(restored.save()).toEqual(saved)
        for (const act of later) {
          await ACTS[act]?.(bench, sandbox, time)
          await ACTS[act]?.(bench, restored, again)
          await settled()
          expect(answers(restored)).toEqual(answers(sandbox))
        }
      },
    ),
    { numRuns: 150 },
  ))

test('a customer goes on where they were, and a check that was under way ends', async () => {
  const bench = start(204)
  const { invitationUrl } = await bench.invite()
  const signedIn = await (await visit(bench.sandbox, invitationUrl)).send(find)
  const saved = bench.sandbox.save()
  const time = createManualTime(bench.time.now())
  const restored = createSandbox({ now: time.now, schedule: time.schedule })
  restored.restore(saved)
  const fields = new URLSearchParams({ ...signIn('nectar-sandbox-username'), at: 'sign-in' })
  fields.set('flow', /name="flow" value="(.*?)"/.exec(signedIn.markup)?.[1] ?? '')
  const configure = await visit(restored, invitationUrl, fields)
  expect(configure.heading).toBe('What should be collected?')
  await configure.send({ ...send, site: String(bench.company.siteIds[0]) })
  const checking = restored.save()
  const later = createManualTime(time.now() + 3_600_000)
  const third = createSandbox({ now: later.now, schedule: later.schedule })
  third.restore(checking)
  expect(third.control.snapshot().connections.at(-1)?.status).toBe('PENDING')
  later.advance(0)
  expect(third.control.snapshot().connections.at(-1)?.status).toBe('CONNECTED')
})

test('what was on its way is sent again under the same id', async () => {
  const waits = createBench({ webhook, fetch: () => new Promise(() => {}) }, [
    { provider: 'coast-range-gas', status: 'CONNECTED' },
  ])
  waits.sandbox.control.sendCustomWebhook('document.created.v2', { id: 'd1' })
  const saved = waits.sandbox.save()
  expect(saved.webhooks.deliveries.map(({ state }) => state)).toEqual(['sending'])
  const ids: (string | null)[] = []
  const restored = createSandbox({
    fetch: async (_, init) => {
      ids.push(new Headers(init?.headers).get('svix-id'))
      return new Response(null, { status: 204 })
    },
  })
  restored.restore(saved)
  await settled()
  expect(ids).toEqual(saved.webhooks.deliveries.map(({ id }) => id))
  expect(restored.control.deliveries().map(({ state }) => state)).toEqual(['delivered'])
})

test('an endpoint that was asked for at the start is newer than the one that was saved', () => {
  const { sandbox } = start(204)
  const other = { ...webhook, url: 'http://localhost:4000/hooks' }
  const restored = createSandbox({ webhook: other })
  restored.restore(sandbox.save())
  expect(restored.control.webhook()?.url).toBe(other.url)
})

test.each([
  ['something else', () => ({ name: 'package' }), 'no state of a sandbox'],
  ['nothing', () => null, 'no state of a sandbox'],
  ['another version', (saved: object) => ({ ...saved, version: 2 }), 'version 2'],
  ['a missing part', (saved: object) => ({ ...saved, mails: undefined }), 'mails'],
  ['an unknown part', (saved: object) => ({ ...saved, cats: [] }), 'cats'],
  ['a lost company', (saved: object) => ({ ...saved, companies: [] }), 'which is not in it'],
])('%s is refused, and changes nothing', (_, spoil, said) => {
  const { sandbox } = start(204)
  const before = answers(sandbox)
  const restore = () => sandbox.restore(spoil(sandbox.save()))
  expect(restore).toThrow(SandboxError)
  expect(restore).toThrow(
    expect.objectContaining({ code: 'bad_state', message: expect.stringContaining(said) }),
  )
  expect(answers(sandbox)).toEqual(before)
})

test('what is saved does not change with what happens later', async () => {
  const bench = start(204)
  const saved = bench.sandbox.save()
  const before = structuredClone(saved)
  bench.sandbox.control.setConnectionStatus(connection(bench), 'WEBSITE_DOWN')
  bench.sandbox.restore(saved)
  bench.sandbox.control.setConnectionStatus(connection(bench), 'WEBSITE_DOWN')
  expect(saved).toEqual(before)
})
