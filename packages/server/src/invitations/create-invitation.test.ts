import { createdInvitation } from '@nectar-connect/contract/wire'
import { describe, expect, test } from 'vitest'
import { COMPANY, CONNECTION, json } from '../testing/fake-nectar.ts'
import { createHarness, invitationRequest, outcomeOf, readProblem } from '../testing/harness.ts'

describe('a contributor invitation', () => {
  test('is made once, for an hour and one use, and shown with its URL', async () => {
    const { post, fake } = createHarness()
    const created = createdInvitation(await (await post('/invitations', invitationRequest())).json())
    expect(created).toMatchObject({ kind: 'contributor', status: 'ACTIVE', maxUses: 1, opened: null })
    expect(created.url).toMatch(/^https:\/\/dash\.nectarclimate\.com\/p\/i\/inv_/)
    expect(created.expiresInMs).toBeGreaterThan(3_590_000)
    expect(created.expiresInMs).toBeLessThanOrEqual(3_600_000)
    expect(fake.requests.map(({ method, path, body }) => [method, path, body])).toEqual([
      ['POST', `/invitation/company/${COMPANY}`, { expiresInSeconds: 3600, maxUses: 1 }],
    ])
  })

  test('shows nothing but what the contract names', async () => {
    const { post } = createHarness()
    const created = await (await post('/invitations', invitationRequest())).json()
    expect(createdInvitation(created)).toEqual(created)
  })
})

describe('a reconnect invitation', () => {
  const reconnect = invitationRequest({ kind: 'reconnect', connectionId: CONNECTION })

  test('is made for a connection that the company was seen to own', async () => {
    const { post, fake } = createHarness()
    const created = createdInvitation(await (await post('/invitations', reconnect)).json())
    expect(created).toMatchObject({ kind: 'reconnect', connectionId: CONNECTION })
    expect(fake.requests.map(({ method, path }) => `${method} ${path}`)).toEqual([
      `GET /connection/${CONNECTION}/details`,
      `POST /invitation/connection/${CONNECTION}`,
    ])
  })

  test('that is for another connection is refused and revoked', async () => {
    const { post, fake } = createHarness()
    fake.invitationExtra = { connectionId: COMPANY }
    expect(await outcomeOf(await post('/invitations', reconnect))).toBe('502 nectar_invalid_response')
    expect([...fake.invitations.values()].at(-1)).toMatchObject({ status: 'REVOKED' })
  })
})

describe('rights', () => {
  test.each([
    ['contributor', { connect: false }, 403],
    ['contributor', { reconnect: false }, 200],
    ['reconnect', { reconnect: false }, 403],
    ['reconnect', { connect: false, view: false, revoke: false }, 200],
  ])('%s with %j answers %i', async (kind, permissions, status) => {
    const { post } = createHarness({ authorize: () => ({ companyId: COMPANY, userId: 'u', permissions }) })
    const target = kind === 'reconnect' ? { connectionId: CONNECTION } : {}
    expect((await post('/invitations', invitationRequest({ kind, ...target }))).status).toBe(status)
  })
})

describe('the policy', () => {
  const schema = (validate: (value: unknown) => unknown) =>
    ({ '~standard': { version: 1, vendor: 'test', validate } }) as never

  test('is told who asks for what, and decides', async () => {
    const seen: unknown[] = []
    const { post, fake } = createHarness({
      inputSchema: schema((value) => ({ value: { checked: value } })),
      invitationPolicy: (context) => {
        seen.push(context)
        return {
          expiresInSeconds: null,
          maxUses: null,
          allowedEmails: ['a@example.com'],
          sendEmail: true,
          prefill: { country: 'US' },
        }
      },
    })
    await post('/invitations', invitationRequest({ input: { building: 7 } }))
    expect(seen).toEqual([
      {
        user: { companyId: COMPANY, userId: 'user-1' },
        kind: 'contributor',
        reason: 'first',
        mode: 'embedded',
        to: null,
        connectionId: null,
        input: { checked: { building: 7 } },
        prefill: null,
      },
    ])
    expect(fake.requests.at(-1)?.body).toEqual({
      allowedEmails: ['a@example.com'],
      sendEmail: true,
      prefill: { country: 'US' },
    })
  })

  test.each(['expired', 'renewal', 'retry'])('never mails again for the reason %s', async (reason) => {
    const { post, fake } = createHarness({
      invitationPolicy: () => ({ allowedEmails: ['a@example.com'], sendEmail: true }),
    })
    await post('/invitations', invitationRequest({ reason }))
    expect(fake.requests.at(-1)?.body).not.toHaveProperty('sendEmail')
  })

  test('prefills nothing for a reconnect', async () => {
    const { post, fake } = createHarness({ invitationPolicy: () => ({ prefill: { country: 'US' } }) })
    await post('/invitations', invitationRequest({ kind: 'reconnect', connectionId: CONNECTION }))
    expect(fake.requests.at(-1)?.body).not.toHaveProperty('prefill')
  })

  test.each([
    ['an address that is none', { allowedEmails: ['x'] }, 'allowedEmails'],
    ['addresses that are no list', { allowedEmails: 'a@example.com' }, 'allowedEmails'],
    ['an unknown field', { maxUse: 1 }, 'maxUse'],
    ['no object', 'none', 'no object'],
  ])('that answers %s is a host_error with the fix in the log', async (_, policy, fix) => {
    const harness = createHarness({ invitationPolicy: () => policy as never })
    expect(await outcomeOf(await harness.post('/invitations', invitationRequest()))).toBe('500 host_error')
    expect(harness.logText()).toContain(fix)
    expect(harness.fake.count('POST')).toBe(0)
  })

  test('that throws is a host_error, and the attempt may be made again', async () => {
    let isBroken = true
    const harness = createHarness({
      invitationPolicy: () => {
        if (isBroken) throw new Error('no database')
        return {}
      },
    })
    const body = invitationRequest()
    expect(await outcomeOf(await harness.post('/invitations', body))).toBe('500 host_error')
    isBroken = false
    expect((await harness.post('/invitations', body)).status).toBe(200)
  })

  test('does not see input that the schema refuses, and the refusal quotes nothing', async () => {
    const issue = { message: 'secret-value is bad', path: ['site', { key: 'id' }, 0] }
    const harness = createHarness({ inputSchema: schema(() => ({ issues: [issue] })) })
    const problem = await readProblem(
      await harness.post('/invitations', invitationRequest({ input: { site: {} } })),
    )
    expect(problem.issues).toEqual([{ path: 'input.site.id.0', message: 'Not accepted here.' }])
  })

  test('is not asked when the schema throws', async () => {
    const harness = createHarness({
      inputSchema: schema(() => {
        throw new Error('bad schema')
      }),
    })
    expect(await outcomeOf(await harness.post('/invitations', invitationRequest()))).toBe('500 host_error')
  })

  test('an empty input needs no schema', async () => {
    const { post } = createHarness()
    expect((await post('/invitations', invitationRequest({ input: {} }))).status).toBe(200)
  })
})

describe('an invitation URL', () => {
  test.each([
    ['missing', null],
    ['no URL', 'inv_1'],
    ['plain http', 'http://dash.nectarclimate.com/p/i/tok'],
    ['another host', 'https://dash.nectarclimate.com.evil.example/p/i/tok'],
    ['another port', 'https://dash.nectarclimate.com:8443/p/i/tok'],
    ['credentials', 'https://a:b@dash.nectarclimate.com/p/i/tok'],
    ['a user name', 'https://a@dash.nectarclimate.com/p/i/tok'],
    ['another path', 'https://dash.nectarclimate.com/login/tok'],
    ['a path that climbs', 'https://dash.nectarclimate.com/p/i/../x/tok'],
    ['no token', 'https://dash.nectarclimate.com/p/i/'],
    ['a deeper path', 'https://dash.nectarclimate.com/p/i/tok/more'],
    ['an encoded slash', 'https://dash.nectarclimate.com/p/i/tok%2f..%2fx'],
    ['a script', 'javascript:alert(1)//dash.nectarclimate.com/p/i/tok'],
  ])('with %s is not shown, and the invitation is revoked', async (_, invitationUrl) => {
    const harness = createHarness()
    harness.fake.invitationExtra = { invitationUrl }
    const body = invitationRequest()
    const response = await harness.post('/invitations', body)
    const text = await response.clone().text()
    expect(await outcomeOf(response)).toBe('502 invitation_url_untrusted')
    expect(text).not.toContain('tok')
    expect([...harness.fake.invitations.values()].at(-1)).toMatchObject({ status: 'REVOKED' })
    expect(await outcomeOf(await harness.post('/invitations', body))).toBe('502 invitation_url_untrusted')
    expect(harness.fake.count('POST', '/invitation/company')).toBe(1)
  })

  test('on plain http is shown only where a loopback origin was configured', async () => {
    const hostedOrigin = 'http://localhost:4010'
    const { post, fake } = createHarness({ nectar: { hostedOrigin } })
    fake.invitationExtra = { invitationUrl: `${hostedOrigin}/p/i/tok` }
    expect(await (await post('/invitations', invitationRequest())).json()).toMatchObject({
      url: `${hostedOrigin}/p/i/tok`,
    })
  })

  test('stays refused when the invitation cannot be revoked', async () => {
    const { post, fake } = createHarness()
    let calls = 0
    const made = { id: CONNECTION, invitationType: 'CREATE_CONNECTION', status: 'ACTIVE' }
    fake.on('POST', '/invitation/', () => {
      calls += 1
      return calls === 1 ? json(made) : json({ detail: 'no' }, 500)
    })
    expect(await outcomeOf(await post('/invitations', invitationRequest()))).toBe(
      '502 invitation_url_untrusted',
    )
  })
})

test('an invitation made for another company is refused, and answered so again', async () => {
  const { post, fake } = createHarness()
  fake.invitationExtra = { companyId: CONNECTION }
  const body = invitationRequest()
  expect(await outcomeOf(await post('/invitations', body))).toBe('502 nectar_invalid_response')
  expect(await outcomeOf(await post('/invitations', body))).toBe('502 nectar_invalid_response')
  expect(fake.count('POST', '/invitation/company')).toBe(1)
})
