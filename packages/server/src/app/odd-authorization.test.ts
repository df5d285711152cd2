import { describe, expect, test } from 'vitest'
import { COMPANY } from '../testing/fake-nectar.ts'
import { createHarness, invitationRequest, outcomeOf } from '../testing/harness.ts'

function answering(fields: Record<string, unknown>) {
  return createHarness({ authorize: () => ({ companyId: COMPANY, userId: 'u', ...fields }) as never })
}

const connections = async (harness: ReturnType<typeof createHarness>) => {
  const response = await harness.get('/connections')
  if (!response.ok) throw new Error(await outcomeOf(response))
  return (await response.json()) as {
    sharing: { ownEmail: string | null }
    permissions: Record<string, boolean>
  }
}

describe('an address of a user', () => {
  test.each([
    ['', null],
    ['user@localhost', null],
    [42, null],
    [null, null],
    [undefined, null],
    [' maya@example.com ', 'maya@example.com'],
  ])('%j counts as %j, and the page goes on', async (userEmail, own) => {
    const harness = answering({ userEmail })
    expect((await connections(harness)).sharing.ownEmail).toBe(own)
    await connections(harness)
    const warned = harness.logs.filter(({ level }) => level === 'warn')
    expect(warned).toHaveLength(own === null && userEmail !== null && userEmail !== undefined ? 1 : 0)
    if (userEmail) expect(warned.map(({ message }) => message).join()).not.toContain(String(userEmail))
  })
})

describe('everything else that is optional', () => {
  test.each([
    [{ administratorNames: null }],
    [{ administratorNames: [null, 'Dana', 7] }],
    [{ administratorNames: 'Dana' }],
    [{ userName: 7 }],
    [{ userName: null }],
    [{ permissions: null }],
    [{ permissions: undefined }],
    [{ somethingElse: true }],
  ])('never costs the page: %j', async (fields) => {
    expect((await connections(answering(fields))).permissions.connect).toBe(true)
  })

  test('names that can be used are told, the others are left out', async () => {
    const harness = answering({ administratorNames: [null, 'Dana', 7], permissions: { connect: false } })
    const response = await harness.post('/invitations', invitationRequest())
    expect(await response.json()).toMatchObject({ code: 'not_allowed', administratorNames: ['Dana'] })
  })

  test.each([
    [{ permissions: { connect: 'yes' } }],
    [{ permissions: { connect: null } }],
    [{ permissions: 'all' }],
    [{ permissions: true }],
  ])('a right that is not well said is not granted: %j', async (fields) => {
    const harness = answering(fields)
    expect(await connections(harness)).toMatchObject({ permissions: { view: true, connect: false } })
    expect(harness.logs.filter(({ level }) => level === 'warn')).toHaveLength(1)
  })
})

describe('what is required is refused by name', () => {
  test.each([
    [{ userId: undefined }, 'userId'],
    [{ userId: '' }, 'userId'],
    [{ userId: 7 }, 'userId'],
    [{ companyId: undefined }, 'companyId'],
    [{ companyId: 7 }, 'companyId'],
    [{ companyId: '' }, 'companyId'],
    [{ companyId: 'org-7' }, 'ensureCompany'],
  ])('%j', async (fields, name) => {
    const harness = answering(fields)
    expect(await outcomeOf(await harness.get('/connections'))).toBe('500 host_error')
    expect(harness.logText()).toContain(name)
  })

  test.each([[true], ['user-1'], [7]])('an answer that is no object: %j', async (answer) => {
    const harness = createHarness({ authorize: () => answer as never })
    expect(await outcomeOf(await harness.get('/connections'))).toBe('500 host_error')
    expect(harness.logText()).toMatch(/cannot be used: it is (a number|of the type \w+)/)
  })
})

describe('what the "invitationPolicy" function returns', () => {
  const create = async (policy: unknown) => {
    const harness = createHarness({ invitationPolicy: () => policy as never })
    const outcome = await outcomeOf(await harness.post('/invitations', invitationRequest()))
    return { harness, outcome, body: harness.fake.requests.find(({ method }) => method === 'POST')?.body }
  }
  const standard = { expiresInSeconds: 3_600, maxUses: 1 }

  test.each([
    [undefined, standard],
    [null, standard],
    [{ expiresInSeconds: undefined, maxUses: undefined, prefill: null, allowedEmails: null }, standard],
    [{ expiresInSeconds: '3600' }, standard],
    [{ expiresInSeconds: 12 }, standard],
    [{ maxUses: 0 }, standard],
    [{ maxUses: 1.5, prefill: { color: 'red' } }, standard],
    [{ sendEmail: 'yes' }, standard],
    [
      { allowedEmails: ['', null, ' Maya@example.com '] },
      { ...standard, allowedEmails: ['maya@example.com'] },
    ],
    [
      {
        prefill: {
          country: 'us',
          ownerEmail: 'user@localhost',
          url: 'ladwp.com',
          utilityTypes: null,
        },
      },
      { ...standard, prefill: { url: 'ladwp.com' } },
    ],
    [
      { prefill: { ownerEmail: ' Maya@bücher.example' } },
      { ...standard, prefill: { connectionOwnerEmail: 'maya@xn--bcher-kva.example' } },
    ],
    [{ prefill: 'ladwp.com' }, standard],
  ])('%j goes on without what cannot be used', async (policy, sent) => {
    const { outcome, body } = await create(policy)
    expect([outcome, body]).toEqual(['200', sent])
  })

  test.each([
    [{ allowedEmails: ['user@localhost'] }, 'allowedEmails'],
    [{ allowedEmails: 'maya@example.com' }, 'allowedEmails'],
  ])('%j would open it to others than was meant: it is refused by name', async (policy, name) => {
    const { outcome, body, harness } = await create(policy)
    expect([outcome, body]).toEqual(['500 host_error', undefined])
    expect(harness.logText()).toContain(name)
  })
})
