import { nectarInvitationDetail } from '@nectar-connect/contract/nectar'
import { expect, test } from 'vitest'
import { createBench } from '../testing/bench.ts'
import { type Page, visit } from '../testing/visitor.ts'

const allowedEmails = ['Dana@harrowlane.example']

async function openGate() {
  const bench = createBench()
  const invitation = await bench.invite({ allowedEmails })
  return { ...bench, invitation, gate: await visit(bench.sandbox, invitation.invitationUrl) }
}

function codeOn(page: Page): string {
  return /<code>(\d{6})<\/code>/.exec(page.markup)?.[1] ?? ''
}

test('an allowed address gets a code, and the code opens the page', async () => {
  const { gate, api, invitation } = await openGate()
  expect(gate.heading).toBe('First, is it really you?')
  expect(gate.markup).not.toContain('Dana@')
  const code = await gate.send({ action: 'next', email: ' dana@HARROWLANE.example ' })
  expect(code.heading).toBe('Enter the code')
  const find = await code.send({ action: 'next', code: codeOn(code) })
  expect(find.heading).toBe('Which utility sends the bills?')
  const { audit } = nectarInvitationDetail.parse((await api('GET', `/invitation/${invitation.id}`)).body)
  expect(audit.map(({ name }) => name)).toEqual(['viewed', 'email_verified'])
})

test('a code is taken as it is pasted, with a space in it', async () => {
  const { gate } = await openGate()
  const code = await gate.send({ action: 'next', email: 'dana@harrowlane.example' })
  const pasted = codeOn(code).replace(/^.../, '$& ')
  const longest = Number(/id="code"[^>]* maxlength="(\d+)"/.exec(code.markup)?.[1])
  const find = await code.send({ action: 'next', code: pasted.slice(0, longest) })
  expect(find.heading).toBe('Which utility sends the bills?')
})

test('another address is refused at the field', async () => {
  const { gate } = await openGate()
  const refused = await gate.send({ action: 'next', email: 'eve@elsewhere.example' })
  expect(refused.heading).toBe('First, is it really you?')
  expect(refused.markup).toContain('id="email-error"')
})

test('three wrong codes need a new one', async () => {
  const { gate } = await openGate()
  let page = await gate.send({ action: 'next', email: 'dana@harrowlane.example' })
  const wrong = codeOn(page) === '000000' ? '111111' : '000000'
  for (const heading of ['Enter the code', 'Enter the code', 'First, is it really you?']) {
    page = await page.send({ action: 'next', code: wrong })
    expect(page.heading).toBe(heading)
  }
})

test.each(['find', 'address', 'sign-in', 'configure'])(
  'a form that claims to be at %s does not get past',
  async (at) => {
    const { gate } = await openGate()
    const page = await gate.send({ at, action: 'next', provider: 'cascadia-power' })
    expect(page.heading).toBe('First, is it really you?')
  },
)

test('a prefilled utility does not open a way around the gate', async () => {
  const { sandbox, invite } = createBench()
  const prefill = { url: 'https://nectarclimate.com' }
  const gate = await visit(sandbox, (await invite({ allowedEmails, prefill })).invitationUrl)
  const page = await gate.send({ at: 'sign-in', action: 'next', username: 'eve', password: 'x' })
  expect(page.heading).toBe('First, is it really you?')
})

test('sendEmail mails each address a link that is verified already', async () => {
  const { sandbox, invite, api, company } = createBench()
  const others = [...allowedEmails, 'sam@harrowlane.example']
  const { id, invitationUrl } = await invite({ allowedEmails: others, sendEmail: true })
  const mails = await sandbox.control.mails()
  expect(mails).toMatchObject(
    others.map((to) => ({
      kind: 'invitation',
      invitationId: id,
      to,
      at: '2026-11-24T05:31:56Z',
      code: null,
    })),
  )
  const mailed = await visit(sandbox, mails[1]?.url ?? '')
  expect(mailed.heading).toBe('Which utility sends the bills?')
  const configure = await (await mailed.send({ provider: 'cascadia-power' })).send({
    action: 'next',
    username: 'x',
    password: 'y',
  })
  expect(configure.markup).toContain('value="sam@harrowlane.example"')
  await configure.send({ action: 'next', site: company.siteIds, type: 'WATER' })
  const { audit } = nectarInvitationDetail.parse((await api('GET', `/invitation/${id}`)).body)
  expect(audit.map(({ name }) => name)).toEqual(['viewed', 'email_verified', 'used'])
  expect((await visit(sandbox, invitationUrl)).heading).toBe('First, is it really you?')
})

test('a mail verifies for its own invitation only, and without being asked for there is none', async () => {
  const { sandbox, invite } = createBench()
  await invite({ allowedEmails, sendEmail: true })
  const { invitationUrl } = await invite({ allowedEmails })
  const mails = await sandbox.control.mails()
  expect(mails).toHaveLength(1)
  for (const mail of [mails[0]?.id, 'made-up']) {
    expect((await visit(sandbox, `${invitationUrl}?mail=${mail}`)).heading).toBe('First, is it really you?')
  }
})

test('the mailed code is in the mails, until a reset', async () => {
  const { sandbox, invite } = createBench()
  const { invitationUrl } = await invite({ allowedEmails, sendEmail: true })
  const page = await (await visit(sandbox, invitationUrl)).send({
    action: 'next',
    email: allowedEmails[0] ?? '',
  })
  expect(await sandbox.control.mails()).toMatchObject([{}, { kind: 'code', url: null, code: codeOn(page) }])
  await sandbox.control.reset()
  expect(await sandbox.control.mails()).toEqual([])
})
