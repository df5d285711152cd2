import { expect, test } from 'vitest'
import { createBench } from '../testing/bench.ts'
import { visit } from '../testing/visitor.ts'

test('where codes stopped arriving, reconnecting asks for forwarding and for no password', async () => {
  const { sandbox, company, invite, api, time } = createBench({}, [
    { provider: 'coast-range-gas', status: 'MFA_TOKEN_EXPIRED', username: 'dana@harrowlane.example' },
  ])
  const id = company.connectionIds[0]
  const invitation = await invite({ maxUses: 1 }, `/invitation/connection/${id}`)
  const codes = await visit(sandbox, invitation.invitationUrl)
  expect(codes.heading).toBe('Let the security codes reach us')
  expect(codes.markup).toContain(`codes-${id?.slice(0, 8)}@`)
  expect(codes.markup).not.toMatch(/type="password"|name="username"/)

  const done = await codes.send({ action: 'next' })
  expect(done.heading).toBe('Details received')
  for (const { markup } of [codes, done]) expect(markup).not.toContain('dana@')
  const detail = async () => (await api('GET', `/connection/${id}/details`)).body
  expect(await detail()).toMatchObject({ status: 'MFA_TOKEN_EXPIRED', username: 'dana@harrowlane.example' })
  expect((await api('GET', `/invitation/${invitation.id}`)).body).toMatchObject({
    status: 'FULFILLED',
    useCount: 1,
  })
  time.advance(4000)
  expect(await detail()).toMatchObject({ status: 'CONNECTED', username: 'dana@harrowlane.example' })
})

test('the forwarding step stands behind the gate too', async () => {
  const { sandbox, company, invite } = createBench({}, [
    { provider: 'coast-range-gas', status: 'MFA_TOKEN_EXPIRED' },
  ])
  const path = `/invitation/connection/${company.connectionIds[0]}`
  const { invitationUrl } = await invite({ allowedEmails: ['dana@harrowlane.example'] }, path)
  const gate = await visit(sandbox, invitationUrl)
  expect(gate.heading).toBe('First, is it really you?')
  expect((await gate.send({ at: 'codes', action: 'next' })).heading).toBe('First, is it really you?')
})

test('a form that claims to be at sign-in changes no login', async () => {
  const { sandbox, company, invite } = createBench({}, [
    { provider: 'coast-range-gas', status: 'MFA_TOKEN_EXPIRED', username: 'dana@harrowlane.example' },
  ])
  const invitation = await invite({}, `/invitation/connection/${company.connectionIds[0]}`)
  const codes = await visit(sandbox, invitation.invitationUrl)
  await codes.send({ at: 'sign-in', action: 'next', username: 'eve', password: 'x' })
  expect((await sandbox.control.snapshot()).connections[0]?.username).toBe('dana@harrowlane.example')
})
