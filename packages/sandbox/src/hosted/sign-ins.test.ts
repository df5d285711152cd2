import { readFileSync } from 'node:fs'
import { STATUS_CATALOG } from '@nectar-connect/contract/wire'
import { describe, expect, test } from 'vitest'
import {
  type Challenge,
  SANDBOX_ANSWER,
  SANDBOX_CODE,
  SANDBOX_PASSWORD,
  SANDBOX_SIGN_INS,
  type SandboxSignIn,
} from '../index.ts'
import { createBench } from '../testing/bench.ts'
import { type Page, visit } from '../testing/visitor.ts'

const password = SANDBOX_PASSWORD
const right: Record<Challenge, Record<string, string>> = {
  'security-code': { 'security-code': `${SANDBOX_CODE.slice(0, 3)} ${SANDBOX_CODE.slice(3)}` },
  'security-question': { answer: SANDBOX_ANSWER.toUpperCase() },
  'new-password': { 'new-password': 'a-new-password' },
  'no-accounts': {},
}
const headings: Record<Challenge, string> = {
  'security-code': 'Enter the security code',
  'security-question': 'Answer your security question',
  'new-password': 'Your utility wants a new password',
  'no-accounts': 'This sign-in shows no accounts',
}

async function toSignIn() {
  const bench = createBench()
  const { invitationUrl } = await bench.invite()
  const signIn = await (await visit(bench.sandbox, invitationUrl)).send({ provider: 'cascadia-power' })
  return { ...bench, signIn }
}

function pass(page: Page, { challenge }: SandboxSignIn): Promise<Page> | Page {
  if (challenge === null) return page
  expect(page.heading).toBe(headings[challenge])
  return page.send({ action: 'next', ...right[challenge] })
}

const byName = SANDBOX_SIGN_INS.map((entry) => [entry.username, entry] as const)

test.each(byName)('%s gets to its end by typing', async (username, entry) => {
  const { sandbox, company, time, signIn } = await toSignIn()
  const configure = await pass(await signIn.send({ action: 'next', username, password }), entry)
  expect(configure.heading).toBe('What should be collected?')
  await configure.send({ action: 'next', site: company.siteIds, type: 'ELECTRICITY' })
  const connection = async () => (await sandbox.control.snapshot()).connections[0]
  expect(await connection()).toMatchObject({ status: 'PENDING', username })
  time.advance(4000)
  expect((await connection())?.status).toBe(entry.ends ?? 'PENDING')
})

test.each(byName)('%s works for a reconnect too', async (username, entry) => {
  const { sandbox, company, invite, time } = createBench({}, [
    { provider: 'cascadia-power', status: 'PASSWORD_INCORRECT' },
  ])
  const { invitationUrl } = await invite({}, `/invitation/connection/${company.connectionIds[0]}`)
  const signIn = await visit(sandbox, invitationUrl)
  const done = await pass(await signIn.send({ action: 'next', username, password }), entry)
  expect(done.heading).toBe('Details received')
  time.advance(4000)
  expect((await sandbox.control.snapshot()).connections).toMatchObject([
    { status: entry.ends ?? 'PASSWORD_INCORRECT' },
  ])
})

test.each(byName)('%s is nothing special with another password', async (username) => {
  const { signIn } = await toSignIn()
  const page = await signIn.send({ action: 'next', username, password: 'another' })
  expect(page.heading).toBe('What should be collected?')
})

test('every documented status can be reached', () => {
  const reached = new Set(SANDBOX_SIGN_INS.map(({ ends }) => ends ?? 'PENDING')).add('PASSWORD_INCORRECT')
  expect([...reached]).toEqual(expect.arrayContaining(Object.keys(STATUS_CATALOG)))
})

describe('what the utility asks', () => {
  test.each([
    ['nectar-sandbox-mfa', 'security-code', '000000'],
    ['nectar-sandbox-question', 'answer', 'vinegar'],
  ])('%s goes back to sign-in after three wrong answers', async (username, field, answer) => {
    const { signIn } = await toSignIn()
    let page = await signIn.send({ action: 'next', username, password })
    const { heading } = page
    const empty = await page.send({ action: 'next', [field]: ' ' })
    expect(empty.markup).toContain(`id="${field}-error"`)
    for (const expected of [heading, heading, 'Sign in to your utility']) {
      page = await page.send({ action: 'next', [field]: answer })
      expect(page.heading).toBe(expected)
      expect(page.markup).toContain('class="error"')
      expect(page.title).toMatch(/^Error: /)
    }
    const again = await page.send({ action: 'next', username, password })
    expect((await again.send({ action: 'next', [field]: answer })).heading).toBe(heading)
  })

  test('the old password is not a new one, and neither is shown again', async () => {
    const { signIn } = await toSignIn()
    const page = await signIn.send({ action: 'next', username: 'nectar-sandbox-new-password', password })
    const refused = await page.send({ action: 'next', 'new-password': password })
    expect(refused.heading).toBe(page.heading)
    expect(refused.markup).toContain('That is the old one')
    expect(refused.markup).toMatch(/id="new-password"[^>]* value=""/)
  })

  test.each(['nectar-sandbox-mfa', 'nectar-sandbox-no-accounts'])('%s can go back', async (username) => {
    const { signIn } = await toSignIn()
    const page = await signIn.send({ action: 'next', username, password })
    expect((await page.send({ action: 'back' })).heading).toBe('Sign in to your utility')
  })

  test('an answer that is sent twice, by a reload or a double click, is no answer to the next question', async () => {
    const { signIn, company } = await toSignIn()
    const code = await signIn.send({ action: 'next', username: 'nectar-sandbox-mfa', password })
    await code.send({ action: 'next', 'security-code': SANDBOX_CODE })
    const configure = await code.send({ action: 'next', 'security-code': SANDBOX_CODE })
    expect(configure.title).toMatch(/^Sites and data/)
    expect(configure.markup).toContain('value="ELECTRICITY" checked')

    await configure.send({ action: 'back' })
    const back = await configure.send({ action: 'back' })
    expect(back.heading).toBe('Sign in to your utility')
    const again = await back.send({ action: 'next', username: SANDBOX_SIGN_INS[0]?.username ?? '', password })
    const done = await again.send({ action: 'next', site: company.siteIds, type: 'ELECTRICITY' })
    expect(done.heading).toBe('Details received')
  })

  test('it cannot be skipped', async () => {
    const { sandbox, signIn, company } = await toSignIn()
    const page = await signIn.send({ action: 'next', username: 'nectar-sandbox-mfa', password })
    const skipped = await page.send({ at: 'configure', action: 'next', site: company.siteIds, type: 'GAS' })
    expect(skipped.heading).toBe('Enter the security code')
    expect((await sandbox.control.snapshot()).connections).toEqual([])
  })
})

test('the table in the README is this one', () => {
  const readme = readFileSync(new URL('../../README.md', import.meta.url), 'utf8')
  const rows = [...readme.matchAll(/^\| `(nectar-sandbox-[a-z-]+)` +\|(.*)\|(.*)\|$/gm)].map(
    ([, username, asks = '', ends = '']) => [username, asks.trim() !== '', ends.replaceAll('`', '').trim()],
  )
  expect(rows).toEqual(
    SANDBOX_SIGN_INS.map(({ username, challenge, ends }) => [
      username,
      challenge !== null,
      ends ?? 'stays as it is',
    ]),
  )
})
