import fc from 'fast-check'
import { expect, test } from 'vitest'
import type { InvitationMail } from '../settings/options.ts'
import { deliver, SECRET, statusEvent } from '../testing/deliver.ts'
import { CONNECTION, json, networkError, OTHER_CONNECTION } from '../testing/fake-nectar.ts'
import { createHarness, invitationRequest } from '../testing/harness.ts'

const word = fc.stringMatching(/^[A-Za-z0-9_-]{12,32}$/)

const asking = (fields: Record<string, unknown> = {}) => ({
  kind: 'contributor',
  idempotencyKey: crypto.randomUUID(),
  ...fields,
})

/** How Nectar, or what stands in for it, may quote what it was sent. */
const failures = [
  (key: string, token: string) => () => json({ detail: `Key ${key} may not use /p/i/${token}` }, 403),
  (key: string) => () => json({ detail: { apiKey: key, message: [`${key}`] } }, 422),
  (key: string) => () => new Response(`<html>${key}</html>`, { status: 500 }),
  (key: string, token: string) => () => new Response(`{"url":"/p/i/${token}", ${key}`),
  (key: string, token: string) => () =>
    json({ id: token, invitationUrl: `https://evil.example/p/i/${token}`, key }),
  (key: string) => () => Promise.reject(Object.assign(new Error(`header x-api-key: ${key}`), { cause: key })),
  (key: string) => () => Promise.reject(networkError(`ECONNRESET ${key}`)),
]

test('no key, webhook secret, token or word of Nectar reaches a log line or a problem', async () => {
  await fc.assert(
    fc.asyncProperty(word, word, word, fc.constantFrom(...failures), async (key, token, secret, failure) => {
      fc.pre(new Set([key, token, secret]).size === 3)
      const harness = createHarness({
        apiKey: key,
        webhookSecret: [`whsec_${secret}`, `whsec_${btoa(secret)}`],
        invitationPolicy: () => {
          throw new Error(`policy saw ${key} and whsec_${secret}`)
        },
      })
      const creating = createHarness({ apiKey: key, logger: loggerOf(harness) })
      const responses: Response[] = []
      for (const { fake, get, post } of [harness, creating]) {
        fake.on('GET', '/', failure(key, token))
        fake.on('POST', '/', failure(key, token))
        responses.push(
          await get('/connections'),
          await get(`/connections/${CONNECTION}`),
          await get(`/invitations/${OTHER_CONNECTION}`),
          await post('/invitations', invitationRequest()),
          await post('/invitations', invitationRequest({ kind: 'reconnect', connectionId: CONNECTION })),
          await post(`/invitations/${CONNECTION}/revoke`),
          await post('/webhooks', {}),
          await post('/webhooks', { note: key }, { headers: forgedSignature(`whsec_${secret}`) }),
          await get(`/connections/${CONNECTION}/changes`),
          await get('/invitations/shared'),
          await post('/invitations/shared', asking({ to: 'dana@northpoint.example' })),
          await post('/invitations/shared', asking({ to: null })),
          await post(`/invitations/${OTHER_CONNECTION}/remind`, { idempotencyKey: crypto.randomUUID() }),
        )
      }
      const answers = await Promise.all(
        responses.map(async (response) => JSON.stringify([...response.headers]) + (await response.text())),
      )
      expect(responses.every(({ status }) => status >= 400)).toBe(true)
      const said = [...answers, harness.logText()].join('\n')
      for (const hidden of [key, `/p/i/${token}`, secret, btoa(secret)]) expect(said).not.toContain(hidden)
      expect(harness.logs.length).toBeGreaterThan(8)
    }),
    { numRuns: 40 },
  )
})

test('an invitation that is shown leaves no trace in the log', async () => {
  const harness = createHarness()
  const { url } = (await (await harness.post('/invitations', invitationRequest())).json()) as { url: string }
  await harness.get('/invitations/shared')
  expect(harness.logText()).not.toContain(url.split('/').at(-1))
})

test('what a request carries in its headers and its body is in no line and no answer, whatever goes wrong', async () => {
  const carried = ['token-of-dana-1234', 'session-of-dana-5678', 'note-to-a-colleague']
  for (const authorize of [
    () => null,
    () => ({ companyId: 'no uuid', userId: 'u' }),
    ({ headers }: Request) => {
      throw new Error(`cannot read ${headers.get('authorization')}`)
    },
  ]) {
    const harness = createHarness({ authorize, development: true })
    const headers = { authorization: `Bearer ${carried[0]}`, cookie: `session=${carried[1]}` }
    const body = asking({ to: 'dana@northpoint.example', note: carried[2] })
    const answers = [
      await harness.get('/connections', { headers }),
      await harness.get('/changes', { headers }),
      await harness.post('/invitations', invitationRequest({ input: { note: carried[2] } }), { headers }),
      await harness.post('/invitations/shared', body, { headers }),
      await harness.post('/invitations/shared', body, {
        headers: { ...headers, 'sec-fetch-site': 'cross-site' },
      }),
      await harness.post('/nothing', body, { headers }),
    ]
    const said = [harness.logText(), ...(await Promise.all(answers.map((answer) => answer.text())))].join()
    expect(harness.logs.length).toBeGreaterThan(3)
    for (const hidden of carried) expect(said).not.toContain(hidden)
  }
})

test('a mail that could not be sent leaves its link in no line and no answer, even where the host’s error quotes it', async () => {
  const mails: InvitationMail[] = []
  const harness = createHarness({
    sendInvitation(mail) {
      mails.push(mail)
      throw new Error(`550 rejected: ${mail.url} ${mail.text}`)
    },
  })
  const response = await harness.post(
    '/invitations/shared',
    asking({ to: 'dana@northpoint.example', note: 'a word' }),
  )
  const [mail] = mails
  const token = mail?.url.split('/').at(-1) ?? 'none'
  expect(token.length).toBeGreaterThan(6)
  expect(harness.logText()).toContain('550 rejected')
  expect(harness.logText()).not.toContain(token)
  expect(await response.text()).not.toContain(token)
})

test('of a webhook the log has ids, type and outcome, and no personal data, even where the host’s function throws', async () => {
  const personal = ['dana@northpoint.example', 'dana-at-the-utility', '0042-7781']
  for (const fails of [false, true]) {
    const harness = createHarness({
      webhookSecret: SECRET,
      onConnectionChange: () => {
        if (fails) throw new Error('the database is away')
      },
    })
    const payload = statusEvent('PASSWORD_INCORRECT', '10:00:00', {
      emails: [personal[0]],
      username: personal[1],
      accountNumber: personal[2],
    })
    expect((await deliver(harness, payload)).ok).toBe(!fails)
    expect(harness.logText()).toContain(fails ? 'the database is away' : 'A webhook came.')
    for (const hidden of personal) expect(harness.logText()).not.toContain(hidden)
  }
})

/** What somebody sends who knows the secret's name only. */
function forgedSignature(secret: string) {
  return { 'svix-id': 'msg_1', 'svix-timestamp': '1', 'svix-signature': `v1,${secret}` }
}

/** A logger that writes into another harness's lines. */
function loggerOf({ logs }: ReturnType<typeof createHarness>) {
  const write = (level: string) => (message: string, fields: Record<string, unknown>) => {
    logs.push({ level, message, fields })
  }
  return { debug: write('debug'), info: write('info'), warn: write('warn'), error: write('error') }
}
