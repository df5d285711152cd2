import { describe, expect, test } from 'vitest'
import { createSandboxClient, type SandboxControl, SandboxError } from '../index.ts'
import { createBench, ORIGIN } from '../testing/bench.ts'
import { visit } from '../testing/visitor.ts'

type ReceivedMail = Parameters<SandboxControl['receiveMail']>[0]

const MAIL: ReceivedMail = {
  from: 'Plumbline <hello@plumbline.example>',
  to: 'dana@harrowlane.example',
  subject: 'Sam asks for your help',
  text: 'Open http://localhost:4400/p/i/inv_x, please.',
}

function openOutbox() {
  const bench = createBench({}, [{ provider: 'coast-range-gas', status: 'PASSWORD_INCORRECT' }])
  const { sandbox } = bench
  return {
    ...bench,
    control: sandbox.control,
    get: (path: string) => visit(sandbox, `${ORIGIN}${path}`),
  }
}

test('a mail of an invitation is shown as it arrives, and its link proves the address', async () => {
  const { invite, get, control, sandbox } = openOutbox()
  await invite({ allowedEmails: ['dana@harrowlane.example'], sendEmail: true, expiresInSeconds: 3600 })
  const [mail] = await control.mails()
  expect(mail).toMatchObject({ number: 1, subject: 'Connect a utility account for Harrow Lane Hotels' })
  const { markup } = await get('/mails/1/html')
  const link = /href="([^"]+)"/.exec(markup)?.[1] ?? ''
  expect(link).toBe(mail?.url)
  expect((await visit(sandbox, link)).heading).toBe('Which utility sends the bills?')
  expect((await get('/mails/1/text')).markup).toContain(`<a href="${link}">${link}</a>`)
  expect(markup).toContain('until 2026-11-24, 06:31 UTC')
})

test('a reconnect says which utility, and a code is in its mail', async () => {
  const { invite, get, control, company } = openOutbox()
  const path = `/invitation/connection/${company.connectionIds[0]}`
  const allowedEmails = ['dana@harrowlane.example']
  const { invitationUrl } = await invite({ allowedEmails, sendEmail: true }, path)
  const gate = await get(invitationUrl.slice(ORIGIN.length))
  const page = await gate.send({ email: allowedEmails[0] ?? '' })
  const code = /\b\d{6}\b/.exec(page.markup.slice(page.markup.indexOf('class="sheet"')))?.[0] ?? 'none'
  expect((await control.mails()).map(({ subject }) => subject)).toEqual([
    'Sign in again to Coast Range Gas',
    `${code} is your code`,
  ])
  expect((await get('/mails/2/html')).markup).toContain(code)
})

test('the host’s own mail is filed beside the others', async () => {
  const { get, control } = openOutbox()
  expect(await control.receiveMail({ ...MAIL, html: '<p>Hello <a href="https://a.example">a</a></p>' })).toBe(
    1,
  )
  expect((await get('/mails/1/html')).markup).toContain(
    '<base target="_blank"><p>Hello <a href="https://a.example">',
  )
  expect((await get('/mails/1/text')).markup).toContain(
    'Open <a href="http://localhost:4400/p/i/inv_x">http://localhost:4400/p/i/inv_x</a>, please.',
  )
})

test('whatever a mail holds, it runs nothing, loads nothing and stays in its frame', async () => {
  const { get, control } = openOutbox()
  const hostile = '<img src=x onerror=alert(1)><script>alert(1)</script>'
  await control.receiveMail({
    ...MAIL,
    subject: hostile,
    from: '"x" <x@y.example>',
    text: hostile,
    html: hostile,
  })
  const { headers, markup } = await get('/mails/1/html')
  expect(markup).toContain(hostile)
  const policy = headers.get('content-security-policy') ?? ''
  expect(policy).toContain("default-src 'none'")
  expect(policy).toContain('sandbox allow-popups allow-popups-to-escape-sandbox')
  expect(policy).toContain("frame-ancestors 'self'")
  expect(policy).not.toMatch(/script|allow-same-origin|https:/)
  expect((await get('/mails/1/text')).markup).not.toContain('<img')
  expect((await get('/mails/2/html')).status).toBe(404)
})

describe('over HTTP', () => {
  test('a mail is filed with the typed client, and comes back', async () => {
    const { sandbox, control, invite } = openOutbox()
    await invite({ allowedEmails: ['dana@harrowlane.example'], sendEmail: true })
    const client = createSandboxClient({
      origin: ORIGIN,
      fetch: (input, init) => sandbox.fetch(new Request(input, init)),
    })
    expect(await client.receiveMail(MAIL)).toBe(2)
    expect(await client.mails()).toMatchObject([
      { kind: 'invitation' },
      { kind: 'host', invitationId: null, ...MAIL },
    ])
    expect((await control.mails())[1]).toMatchObject(MAIL)
    await expect(client.receiveMail({ ...MAIL, to: 'nobody' })).rejects.toThrow(SandboxError)
  })
})

test.each<[string, Partial<ReceivedMail>, string]>([
  ['no address', { to: 'dana' }, 'to: '],
  ['two addresses', { to: 'a@b.example, c@d.example' }, 'to: '],
  ['a sender without an address', { from: 'Plumbline' }, 'from: '],
  ['a sender with a second line', { from: 'x\r\nBcc: y <a@b.example>' }, 'from: has to be one line'],
  ['a subject of two lines', { subject: 'Hello\nBcc: everybody' }, 'subject: has to be one line'],
  ['no subject', { subject: '' }, 'subject: '],
  ['too long a text', { text: 'x'.repeat(102_401) }, 'text: '],
  ['too long a document', { html: 'x'.repeat(512_001) }, 'html: '],
  ['a field that there is not', { bcc: 'x' } as Partial<ReceivedMail>, '"bcc"'],
])('a mail with %s is refused', async (_, wrong, said) => {
  const { control } = openOutbox()
  await expect(control.receiveMail({ ...MAIL, ...wrong })).rejects.toThrow(said)
  expect(await control.mails()).toEqual([])
})

test('a mail without content is refused', async () => {
  const { from, to, subject } = MAIL
  await expect(openOutbox().control.receiveMail({ from, to, subject })).rejects.toThrow('text or an html')
})

test('the sandbox’s own address leads to the console, whose files are not with the core', async () => {
  const { get } = openOutbox()
  const root = await get('/?view=outbox')
  expect(root.status).toBe(302)
  expect(root.headers.get('location')).toBe('/console?view=outbox')
  expect((await get('/console')).markup).toContain('startSandbox')
})
