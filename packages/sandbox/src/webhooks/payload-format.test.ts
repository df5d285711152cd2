import { readNectarWebhook } from '@nectar-connect/contract/nectar'
import { samples } from '@nectar-connect/test-kit/samples'
import { Webhook } from 'standardwebhooks'
import { afterEach, beforeEach, expect, test, vi } from 'vitest'
import { type PayloadFormat, SandboxError } from '../index.ts'
import { createWebhookBench, START, target } from '../testing/bench.ts'

beforeEach(() => void vi.useFakeTimers({ now: START, toFake: ['Date'] }))
afterEach(() => void vi.useRealTimers())

const shape = (value: object) => Object.keys(value).sort()

test('catalog has the fields that are documented', async () => {
  const { change, events } = createWebhookBench({ format: 'catalog' })
  await change('WEBSITE_DOWN')
  const documented = { ...samples.connectionUpdated, eventType: '', country: '', emails: [] }
  expect(shape(events()[0])).toEqual(shape(documented))
})

test('lean has neither company nor datasource', async () => {
  const { change, events } = createWebhookBench({ format: 'lean' })
  await change('WEBSITE_DOWN')
  expect(shape(events()[1])).toEqual(shape(samples.connectionValidatedNoCompany))
})

test.each<PayloadFormat>(['catalog', 'lean'])('%s is understood', async (format) => {
  const { change, events, connectionId } = createWebhookBench({ format })
  await change('WEBSITE_DOWN')
  expect(events().map(readNectarWebhook)).toMatchObject([
    { type: 'connection.updated.v2', connection: { id: connectionId, old: { status: 'CONNECTED' } } },
    { type: expect.stringMatching(/validated|created/), connection: { status: 'WEBSITE_DOWN' } },
  ])
})

test('the headers have their newer names too', async () => {
  const { change, deliveries } = createWebhookBench({ headers: 'webhook' })
  await change('WEBSITE_DOWN')
  const { headers = {}, text = '' } = deliveries[0] ?? {}
  expect(new Webhook(target.secret).verify(text, headers)).toEqual(JSON.parse(text))
  expect(Object.keys(headers).join()).not.toContain('svix')
})

test('any other event can be made', async () => {
  const { control, events } = createWebhookBench({ format: 'lean' })
  const id = await control.sendCustomWebhook({
    type: 'document.created.v2',
    data: { id: 'd1', company: 'c1' },
  })
  expect(events()).toEqual([{ eventType: 'document.created.v2', id: 'd1', company: 'c1' }])
  expect(await control.deliveries()).toMatchObject([{ id, type: 'document.created.v2', connectionId: null }])
  await expect(control.sendCustomWebhook({ type: ' ', data: {} })).rejects.toThrow(SandboxError)
})
