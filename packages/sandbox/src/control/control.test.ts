import { describe, expect, test } from 'vitest'
import { SandboxError } from '../index.ts'
import { createBench, ORIGIN } from '../testing/bench.ts'
import { visit } from '../testing/visitor.ts'

const connected = [{ provider: 'cascadia-power', status: 'CONNECTED' }]

describe('seed', () => {
  test('keeps given ids and times, and repeats replace', async () => {
    const { sandbox } = createBench()
    const company = {
      id: '91C21C6B-5f3f-4d5f-9fb9-02530ef4b13c',
      name: 'Kestrel Cold Storage',
      sites: [{ name: 'Hall' }],
      connections: [
        {
          id: 'a6c70a54-34e7-4277-80b0-412869ce087c',
          provider: 'https://www.threerivers.example/login',
          status: 'ANYTHING',
          createdAt: '2025-03-01T10:00:00Z',
          statusSince: '2025-04-01T10:00:00Z',
          checkedAt: '2025-05-01T10:00:00Z',
          isActive: false,
        },
      ],
    }
    await sandbox.control.seed({ companies: [company] })
    await sandbox.control.seed({ companies: [company] })
    const { companies, connections } = await sandbox.control.snapshot()
    expect(companies).toHaveLength(2)
    expect(connections).toMatchObject([
      {
        id: 'a6c70a54-34e7-4277-80b0-412869ce087c',
        status: 'ANYTHING',
        isActive: false,
        created: '2025-03-01T10:00:00Z',
        statusFirstSeenTime: '2025-04-01T10:00:00Z',
        statusLastUpdateTime: '2025-05-01T10:00:00Z',
        datasource: { name: 'Three Rivers Water District' },
        company: { id: '91c21c6b-5f3f-4d5f-9fb9-02530ef4b13c' },
      },
    ])
  })

  test.each([
    ['an unknown provider', { connections: [{ provider: 'nobody', status: 'PENDING' }] }, 'nobody'],
    [
      'an unknown site',
      { connections: [{ provider: 'cascadia-power', status: 'PENDING', sites: ['Moon'] }] },
      'Moon',
    ],
    ['a bad id', { id: 'x' }, 'id'],
    [
      'a bad time',
      { connections: [{ provider: 'cascadia-power', status: 'PENDING', createdAt: 'soon' }] },
      'createdAt',
    ],
  ])('%s adds nothing', async (_, wrong, named) => {
    const { sandbox } = createBench()
    const before = await sandbox.control.snapshot()
    const attempt = () =>
      sandbox.control.seed({ companies: [{ name: 'First' }, { name: 'Second', ...wrong }] })
    await expect(attempt()).rejects.toThrow(SandboxError)
    await expect(attempt()).rejects.toThrow(named)
    expect(await sandbox.control.snapshot()).toEqual(before)
  })
})

test('a status set by hand ends a check that is under way', async () => {
  const { sandbox, company, invite, time } = createBench({}, connected)
  const [id = ''] = company.connectionIds
  const signIn = await visit(sandbox, (await invite({}, `/invitation/connection/${id}`)).invitationUrl)
  await signIn.send({ action: 'next', username: 'dana', password: 'wrong' })
  await sandbox.control.setConnectionStatus({ connectionId: id, status: 'WEBSITE_DOWN' })
  time.advance(10_000)
  expect((await sandbox.control.snapshot()).connections[0]?.status).toBe('WEBSITE_DOWN')
})

test('the check delay can be changed', async () => {
  const { sandbox, company, invite, time } = createBench({}, connected)
  await sandbox.control.setCheckDelay({ delayMs: 100 })
  const invitation = await invite({}, `/invitation/connection/${company.connectionIds[0]}`)
  const signIn = await visit(sandbox, invitation.invitationUrl)
  await signIn.send({ action: 'next', username: 'dana', password: 'wrong' })
  time.advance(100)
  expect((await sandbox.control.snapshot()).connections[0]?.status).toBe('PASSWORD_INCORRECT')
  await expect(sandbox.control.setCheckDelay({ delayMs: -1 })).rejects.toThrow(SandboxError)
})

test('reset empties everything and calls off what was to come', async () => {
  const { sandbox, company, invite, time } = createBench({}, connected)
  const invitation = await invite({}, `/invitation/connection/${company.connectionIds[0]}`)
  const signIn = await visit(sandbox, invitation.invitationUrl)
  await signIn.send({ action: 'next', username: 'dana', password: 'wrong' })
  expect(time.pending()).toBe(1)
  await sandbox.control.reset()
  expect(time.pending()).toBe(0)
  expect(await sandbox.control.snapshot()).toMatchObject({
    companies: [],
    sites: [],
    connections: [],
    invitations: [],
  })
  expect(await sandbox.control.stats()).toEqual({ invitationsCreated: 0, requests: {} })
  expect((await visit(sandbox, invitation.invitationUrl)).status).toBe(404)
})

test('an unknown id is a typed error', async () => {
  const { control } = createBench().sandbox
  for (const call of [control.expireInvitation, control.revokeInvitation, control.fulfillInvitation]) {
    await expect(call({ invitationId: 'nope' })).rejects.toThrow(
      expect.objectContaining({ code: 'not_found' }),
    )
  }
})

test('the same seed number makes the same ids', () => {
  expect(createBench().company).toEqual(createBench().company)
  expect(createBench({ seed: 2 }).company).not.toEqual(createBench().company)
})

describe('over HTTP', () => {
  async function call(
    bench: ReturnType<typeof createBench>,
    name: string,
    body?: unknown,
    type = 'application/json',
  ) {
    const response = await bench.sandbox.fetch(
      new Request(
        `${ORIGIN}/_sandbox/${name}`,
        body === undefined
          ? {}
          : { method: 'POST', headers: { 'content-type': type }, body: JSON.stringify(body) },
      ),
    )
    return { status: response.status, body: await response.json() }
  }

  test('every method has its path', async () => {
    const bench = createBench({}, connected)
    const [connectionId = ''] = bench.company.connectionIds
    const { id: invitationId } = await bench.invite()
    const calls: [string, unknown][] = [
      ['setConnectionStatus', { connectionId, status: 'WEBSITE_DOWN', sendWebhook: false }],
      ['fulfillInvitation', { invitationId }],
      ['expireInvitation', { invitationId }],
      ['revokeInvitation', { invitationId }],
      ['setCheckDelay', { delayMs: 10 }],
    ]
    for (const [name, body] of calls) expect(await call(bench, name, body)).toEqual({ status: 200, body: {} })
    expect(
      (await call(bench, 'seed', { companies: [{ name: 'Kestrel', sites: [{ name: 'Hall' }] }] })).body,
    ).toMatchObject([{ id: expect.any(String), siteIds: [expect.any(String)], connectionIds: [] }])
    const snapshot = await call(bench, 'snapshot')
    expect(snapshot.body).toMatchObject({
      companies: [{}, { name: 'Kestrel' }],
      connections: [{ status: 'WEBSITE_DOWN' }],
      invitations: [{ id: invitationId, status: 'REVOKED' }],
    })
    expect((await call(bench, 'stats')).body).toMatchObject({ invitationsCreated: 1 })
    expect(await call(bench, 'reset', {})).toEqual({ status: 200, body: {} })
    expect((await call(bench, 'snapshot')).body.companies).toEqual([])
  })

  test('a key that may be a real one is not shown, and neither is the secret of webhooks', async () => {
    const webhook = { url: 'http://localhost:3000/hooks', secret: 'whsec_c2VjcmV0' }
    const bench = createBench({ apiKeys: ['nectar-sandbox-key', 'of-my-own'], webhook })
    const { body } = await call(bench, 'snapshot')
    expect(body.apiKeys).toEqual([
      { key: 'nectar-sandbox-key', companies: null },
      { key: null, companies: null },
    ])
    expect(JSON.stringify(body)).not.toMatch(/of-my-own|whsec_/)
  })

  test('a stream says that something has changed, however much it was, once', async () => {
    const { sandbox, time, api, company } = createBench({}, connected)
    const { body, headers } = await sandbox.fetch(new Request(`${ORIGIN}/_sandbox/events`))
    expect(headers.get('content-type')).toBe('text/event-stream')
    const reader = (body ?? new ReadableStream()).pipeThrough(new TextDecoderStream()).getReader()
    const said: string[] = []
    const listening = (async () => {
      for (;;) {
        const { done, value } = await reader.read()
        if (done) return
        said.push(value)
      }
    })()
    const settle = () => new Promise((resolve) => setImmediate(resolve))
    await settle()
    expect(said).toEqual(['data: changed\n\n'])
    await sandbox.control.stats()
    await visit(sandbox, `${ORIGIN}/_sandbox/snapshot`)
    expect(time.pending()).toBe(0)
    await sandbox.control.setCheckDelay({ delayMs: 10 })
    await api('POST', `/invitation/company/${company.id}`, {})
    time.advance(100)
    await settle()
    expect(said).toHaveLength(2)
    sandbox.close()
    await listening
  })

  test('mistakes are told, and a page of another origin cannot write', async () => {
    const bench = createBench()
    expect((await call(bench, 'expireInvitation', { invitationId: 'nope' })).status).toBe(404)
    expect((await call(bench, 'setCheckDelay', { delayMs: 'soon' })).body.detail).toContain('delayMs')
    expect((await call(bench, 'reset', {}, 'text/plain')).status).toBe(400)
    expect((await call(bench, 'nothing', {})).status).toBe(404)
    expect((await bench.sandbox.control.snapshot()).companies).toHaveLength(1)
  })
})
