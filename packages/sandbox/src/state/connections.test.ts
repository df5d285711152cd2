import { expect, test } from 'vitest'
import { createBench, createWebhookBench } from '../testing/bench.ts'

test('a sign-in that works shows an account for each kind of bill, and they go on with each check', async () => {
  const { control, connectionId, change, api, events } = createWebhookBench()
  const accounts = async () => (await api('GET', `/connection/${connectionId}/details`)).body.accounts
  expect(await accounts()).toEqual([])
  await change('PENDING')
  for (const status of ['DETECTED', 'ONBOARDED', 'PULL_COMPLETED', 'PULL_COMPLETED']) {
    await change('CONNECTED')
    expect(await accounts()).toMatchObject([{ status, datasourceType: 'GAS' }])
  }
  const [{ accountNumber }] = await accounts()
  expect(events().at(-1)).toMatchObject({ sitesRelations: [{ accountIds: [accountNumber] }, {}, {}] })
  expect((await control.snapshot()).connections[0]).toMatchObject({ accounts: [{ accountNumber }] })
})

test('seeded accounts are kept, whatever their status', async () => {
  const { api, company, sandbox } = createBench({}, [
    {
      provider: 'coast-range-gas',
      status: 'PASSWORD_INCORRECT',
      accounts: [{ accountNumber: '0137746423', status: 'ON_THE_MOON' }],
    },
  ])
  const [id = ''] = company.connectionIds
  await sandbox.control.setConnectionStatus({ connectionId: id, status: 'CONNECTED' })
  expect((await api('GET', `/connection/${id}/details`)).body.accounts).toMatchObject([
    { accountNumber: '0137746423', status: 'ON_THE_MOON', datasourceType: 'GAS' },
  ])
})

test('the weekly check validates what is connected and active, and says so', async () => {
  const { control, connectionId, change, events, company } = createWebhookBench()
  expect(await control.runWeeklyCheck({ companyId: company.id })).toBe(1)
  expect(events()).toMatchObject([{ eventType: 'connection.validated.v2', status: 'CONNECTED' }])
  await change('PASSWORD_INCORRECT')
  expect(await control.runWeeklyCheck()).toBe(0)
  await change('CONNECTED')
  await control.setConnectionActive({ connectionId, isActive: false })
  expect(await control.runWeeklyCheck()).toBe(0)
  await expect(control.runWeeklyCheck({ companyId: 'nobody' })).rejects.toThrow('no company nobody')
})

test('collection is switched off and on, and told once', async () => {
  const { control, connectionId, api, events } = createWebhookBench()
  await control.setConnectionActive({ connectionId, isActive: false })
  await control.setConnectionActive({ connectionId, isActive: false })
  expect((await api('GET', `/connection/${connectionId}/details`)).body).toMatchObject({ isActive: false })
  expect(events()).toMatchObject([
    { eventType: 'connection.updated.v2', old: { isActive: true }, protectedChanges: ['isActive'] },
  ])
})
