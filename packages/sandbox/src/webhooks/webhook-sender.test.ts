import { readNectarWebhook } from '@nectar-connect/contract/nectar'
import { samples } from '@nectar-connect/test-kit/samples'
import { Webhook } from 'standardwebhooks'
import { expect, test, vi } from 'vitest'
import { createSandboxClient, SANDBOX_PASSWORD, SANDBOX_USERNAME } from '../index.ts'
import { createBench, createReceiver, ORIGIN, START, standardHeaders } from '../testing/bench.ts'
import { visit, walkThrough } from '../testing/visitor.ts'

const target = {
  url: 'http://localhost:3000/api/nectar/webhooks',
  secret: 'whsec_c2VjcmV0LXNlY3JldC1zZWNyZXQ=',
}
const good = { username: SANDBOX_USERNAME, password: SANDBOX_PASSWORD }

function createReceivingBench(answers?: number[]) {
  const receiver = createReceiver(answers)
  const bench = createBench({ webhook: target, fetch: receiver.receive }, [
    { provider: 'coast-range-gas', status: 'PASSWORD_INCORRECT', ownerEmail: 'dana@harrowlane.example' },
  ])
  return { ...bench, ...receiver }
}

test('a new connection is told as created, then as updated and validated', async () => {
  const { sandbox, company, invite, time, events } = createReceivingBench()
  await walkThrough(sandbox, (await invite()).invitationUrl, good, company.siteIds.slice(0, 1))
  expect(events()).toMatchObject([{ eventType: 'connection.created.v2', status: 'PENDING' }])
  time.advance(4000)
  expect(events().slice(1)).toMatchObject([
    {
      eventType: 'connection.updated.v2',
      status: 'CONNECTED',
      old: { status: 'PENDING' },
      protectedChanges: ['status'],
    },
    { eventType: 'connection.validated.v2', status: 'CONNECTED' },
  ])
})

test('a check that changes nothing is told as validated only', async () => {
  const { sandbox, company, invite, time, events } = createReceivingBench()
  const url = (await invite({}, `/invitation/connection/${company.connectionIds[0]}`)).invitationUrl
  await (await visit(sandbox, url)).send({ action: 'next', username: SANDBOX_USERNAME, password: 'wrong' })
  time.advance(4000)
  expect(events()).toMatchObject([{ eventType: 'connection.validated.v2', status: 'PASSWORD_INCORRECT' }])
})

test('another login is an update that leaves the status alone', async () => {
  const { sandbox, company, invite, events } = createReceivingBench()
  const url = (await invite({}, `/invitation/connection/${company.connectionIds[0]}`)).invitationUrl
  await (await visit(sandbox, url)).send({ action: 'next', username: 'dana', password: 'wrong' })
  expect(events()).toMatchObject([
    {
      eventType: 'connection.updated.v2',
      status: 'PASSWORD_INCORRECT',
      old: { username: SANDBOX_USERNAME },
      protectedChanges: ['username'],
    },
  ])
  expect(events().map(readNectarWebhook)).toMatchObject([{ connection: { old: { status: null } } }])
})

test('bodies have the documented shape and times without an offset', async () => {
  const { sandbox, company, events } = createReceivingBench()
  await sandbox.control.setConnectionStatus({
    connectionId: company.connectionIds[0] ?? '',
    status: 'CONNECTED',
  })
  const [updated, validated] = events()
  const { eventType: _, country, emails, ...bare } = updated
  expect(Object.keys(bare).sort()).toEqual(Object.keys(samples.connectionUpdated).sort())
  expect(country).toBe('US')
  expect(emails).toEqual(['dana@harrowlane.example'])
  expect(updated.company).toEqual({
    id: company.id,
    name: 'Harrow Lane Hotels',
    externalId: 'harrow',
    publicId: expect.any(String),
  })
  expect(updated.updated).toMatch(/^2026-11-24T05:31:56\.25\d{4}$/)
  for (const event of [updated, validated]) {
    expect(readNectarWebhook(event)).toMatchObject({
      kind: 'connection',
      connection: { status: 'CONNECTED' },
    })
  }
})

test('deliveries are signed, and a retry keeps its id with a fresh time and signature', async () => {
  vi.useFakeTimers({ now: START, toFake: ['Date'] })
  const { sandbox, company, deliveries, time } = createReceivingBench([500, 204, 503])
  await sandbox.control.setConnectionStatus({
    connectionId: company.connectionIds[0] ?? '',
    status: 'CONNECTED',
  })
  await vi.waitFor(() => expect(time.pending()).toBe(1))
  time.advance(5000)
  expect(deliveries).toHaveLength(3)
  const [first, , retry] = deliveries
  expect(retry?.text).toBe(first?.text)
  expect(retry?.headers['svix-id']).toBe(first?.headers['svix-id'])
  expect(retry?.headers['svix-signature']).not.toBe(first?.headers['svix-signature'])
  for (const { url, headers, text } of deliveries) {
    expect(url).toBe(target.url)
    expect(new Webhook(target.secret).verify(text, standardHeaders(headers))).toEqual(JSON.parse(text))
  }
  vi.useRealTimers()
})

test('after a reset nothing is repeated, not even what was on its way', async () => {
  const answers: ((response: Response) => void)[] = []
  const signals: (AbortSignal | null | undefined)[] = []
  const connections = [{ provider: 'coast-range-gas', status: 'PENDING' }]
  const { sandbox, company, time } = createBench(
    {
      webhook: target,
      fetch: (_, init) => {
        signals.push(init?.signal)
        return new Promise((resolve) => answers.push(resolve))
      },
    },
    connections,
  )
  await sandbox.control.setConnectionStatus({
    connectionId: company.connectionIds[0] ?? '',
    status: 'CONNECTED',
  })
  await sandbox.control.reset()
  for (const answer of answers) answer(new Response(null, { status: 500 }))
  await new Promise((resolve) => setImmediate(resolve))
  expect(answers).toHaveLength(2)
  expect(time.pending()).toBe(0)
  const [next] = await sandbox.control.seed({ companies: [{ name: 'Kestrel', connections }] })
  await sandbox.control.setConnectionStatus({
    connectionId: next?.connectionIds[0] ?? '',
    status: 'CONNECTED',
  })
  expect(signals.map((signal) => signal?.aborted)).toEqual([true, true, false, false])
})

test('the target can be set after the start, and a reset leaves it', async () => {
  const { deliveries, receive } = createReceiver()
  const { sandbox } = createBench({ fetch: receive })
  const connections = [{ provider: 'coast-range-gas', status: 'PENDING' }]
  const change = async () => {
    const [company] = await sandbox.control.seed({ companies: [{ name: 'Kestrel', connections }] })
    await sandbox.control.setConnectionStatus({
      connectionId: company?.connectionIds[0] ?? '',
      status: 'CONNECTED',
    })
  }
  await change()
  expect(deliveries).toHaveLength(0)
  const client = createSandboxClient({
    origin: ORIGIN,
    fetch: (url, init) => sandbox.fetch(new Request(url, init)),
  })
  await client.setWebhook({ target })
  await client.reset()
  await change()
  expect(deliveries.map(({ url }) => url)).toEqual([target.url, target.url])
  await client.setWebhook({ target: null })
  await change()
  expect(deliveries).toHaveLength(2)
  await expect(client.setWebhook({ target: { url: target.url, secret: 'x' } })).rejects.toMatchObject({
    code: 'invalid',
  })
})

test('a lost webhook is sent to nobody, and seeding is silent', async () => {
  const { sandbox, company, deliveries } = createReceivingBench()
  await sandbox.control.setConnectionStatus({
    connectionId: company.connectionIds[0] ?? '',
    status: 'CONNECTED',
    sendWebhook: false,
  })
  expect(deliveries).toHaveLength(0)
})
