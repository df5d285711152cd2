import { describe, expect, test } from 'vitest'
import { SCENARIOS, type ScenarioName, type SeedConnection } from '../index.ts'
import { createBench, createWebhookBench } from '../testing/bench.ts'

const LINKED: SeedConnection[] = [
  { provider: 'coast-range-gas', status: 'WEBSITE_DOWN' },
  { provider: 'cascadia-power', status: 'CONNECTED' },
  { provider: 'cascadia-power', status: 'CONNECTED' },
]

const statusesOf = async ({ sandbox }: ReturnType<typeof createBench>) =>
  (await sandbox.control.snapshot()).connections.map(({ status }) => status)

describe('by hand', () => {
  test('a connection is added to a company, and told', async () => {
    const { control, company, api, events } = createWebhookBench()
    const id = await control.addConnection({
      companyId: company.id,
      connection: {
        provider: 'cascadia-power',
        status: 'NO_ACCOUNTS_FOUND',
        sites: ['s2'],
      },
    })
    expect((await api('GET', `/connection/${id}/details`)).body).toMatchObject({
      status: 'NO_ACCOUNTS_FOUND',
      initialSites: [company.siteIds[1]],
      company: { id: company.id },
    })
    expect(events()).toMatchObject([{ eventType: 'connection.created.v2', id }])
    const again = { id, provider: 'cascadia-power', status: 'PENDING' }
    await expect(control.addConnection({ companyId: company.id, connection: again })).rejects.toThrow(
      'already',
    )
    await expect(
      control.addConnection({ companyId: company.id, connection: { provider: 'x', status: '' } }),
    ).rejects.toThrow('status')
    await expect(control.addConnection({ companyId: 'nobody', connection: again })).rejects.toThrow(
      'no company nobody',
    )
  })

  test('invitations are made for a company or for a connection', async () => {
    const { sandbox, company, api } = createBench({}, LINKED)
    const contributor = await sandbox.control.createInvitation({
      companyId: company.id,
      maxUses: 1,
      expiresInSeconds: 60,
    })
    expect((await api('GET', `/invitation/${contributor}`)).body).toMatchObject({
      invitationType: 'CREATE_CONNECTION',
      maxUses: 1,
      expiresAt: expect.any(String),
    })
    const connectionId = company.connectionIds[0] ?? ''
    const reconnect = await sandbox.control.createInvitation({ connectionId: connectionId })
    expect((await api('GET', `/invitation/${reconnect}`)).body).toMatchObject({
      invitationType: 'EDIT_CONNECTION',
      connectionId,
    })
    await expect(
      sandbox.control.createInvitation({ companyId: company.id, expiresInSeconds: 1 }),
    ).rejects.toThrow('at least 60')
    await expect(sandbox.control.createInvitation({ companyId: 'nobody' })).rejects.toThrow(
      'no company nobody',
    )
  })
})

describe('scenarios', () => {
  test.each<[ScenarioName, string[]]>([
    ['password-stops-working', ['WEBSITE_DOWN', 'PASSWORD_INCORRECT', 'CONNECTED']],
    ['mfa-expired', ['WEBSITE_DOWN', 'MFA_TOKEN_EXPIRED', 'CONNECTED']],
    ['provider-outage', ['WEBSITE_DOWN', 'WEBSITE_DOWN', 'WEBSITE_DOWN']],
    ['slow-day', ['WEBSITE_DOWN', 'CONNECTED', 'CONNECTED']],
  ])('%s', async (name, statuses) => {
    const bench = createBench({}, LINKED)
    await bench.sandbox.control.playScenario({ name })
    expect(await statusesOf(bench)).toEqual(statuses)
  })

  test('on a slow day a check takes a minute, until a reset', async () => {
    const bench = createBench({}, LINKED)
    const { sandbox, time, invite } = bench
    await sandbox.control.playScenario({ name: 'slow-day' })
    expect((await sandbox.control.faults()).map(({ kind }) => kind)).toEqual(['latency', 'slow'])
    await sandbox.control.clearFaults()
    await sandbox.control.submitDetails({ invitationId: (await invite()).id })
    time.advance(59_999)
    expect((await statusesOf(bench)).at(-1)).toBe('PENDING')
    time.advance(1)
    expect((await statusesOf(bench)).at(-1)).toBe('CONNECTED')
  })

  test('where everything is flaky, some calls work and some do not', async () => {
    // Waiting costs nothing here.
    const schedule = (run: () => void) => {
      queueMicrotask(run)
      return () => {}
    }
    const { sandbox, api } = createBench({ schedule })
    await sandbox.control.playScenario({ name: 'everything-flaky' })
    const ends = new Set<string>()
    for (let call = 0; call < 100; call += 1) {
      const end = await api('GET', '/company').then(
        ({ status }) => String(status),
        (error: unknown) => (error instanceof SyntaxError ? 'garbled' : 'lost'),
      )
      ends.add(end)
    }
    expect([...ends].sort()).toEqual(['200', '429', '503', 'garbled', 'lost'])
  })

  test('only the company that is named changes, and an unknown name says what there is', async () => {
    const bench = createBench({}, LINKED)
    const [other] = await bench.sandbox.control.seed({ companies: [{ name: 'Kestrel' }] })
    for (const name of SCENARIOS.slice(0, 3))
      await bench.sandbox.control.playScenario({ name, companyId: other?.id })
    expect(await statusesOf(bench)).toEqual(LINKED.map(({ status }) => status))
    await expect(bench.sandbox.control.playScenario({ name: 'x' as ScenarioName })).rejects.toThrow(
      'provider-outage',
    )
  })
})
