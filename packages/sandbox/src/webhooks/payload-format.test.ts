import { readNectarWebhook } from '@nectar-connect/contract/nectar'
import { samples } from '@nectar-connect/test-kit/samples'
import { Webhook } from 'standardwebhooks'
import { afterEach, beforeEach, expect, test, vi } from 'vitest'
import { type PayloadFormat, SandboxError } from '../index.ts'
import { START } from '../testing/bench.ts'
import { createWebhookBench, target } from '../testing/webhook-bench.ts'

beforeEach(() => void vi.useFakeTimers({ now: START, toFake: ['Date'] }))
afterEach(() => void vi.useRealTimers())

const shape = (value: object) => Object.keys(value).sort()

test.each<[PayloadFormat, object]>([
  ['guide', samples.connectionUpdated],
  ['catalog', { ...samples.connectionUpdated, eventType: '', country: '', emails: [] }],
  ['envelope', { type: '', data: {} }],
])('%s has the fields that are documented', async (format, sample) => {
  const { change, events } = createWebhookBench({ format })
  await change('WEBSITE_DOWN')
  expect(shape(events()[0])).toEqual(shape(sample))
})

test('lean has neither company nor datasource', async () => {
  const { change, events } = createWebhookBench({ format: 'lean' })
  await change('WEBSITE_DOWN')
  expect(shape(events()[1])).toEqual(shape(samples.connectionValidatedNoCompany))
})

test.each<PayloadFormat>(['guide', 'catalog', 'lean', 'envelope'])('%s is understood', async (format) => {
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
  const { control, events } = createWebhookBench({ format: 'envelope' })
  const id = await control.sendCustomWebhook({
    type: 'document.created.v2',
    data: { id: 'd1', country: 'US' },
  })
  expect(events()).toEqual([{ type: 'document.created.v2', data: { id: 'd1', country: 'US' } }])
  expect(await control.deliveries()).toMatchObject([{ id, type: 'document.created.v2', connectionId: null }])
  await expect(control.sendCustomWebhook({ type: ' ', data: {} })).rejects.toThrow(SandboxError)
})
