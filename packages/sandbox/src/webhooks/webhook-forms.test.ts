import { readNectarWebhook } from '@nectar-connect/contract/nectar'
import { samples } from '@nectar-connect/test-kit/samples'
import { Webhook } from 'standardwebhooks'
import { afterEach, beforeEach, expect, test, vi } from 'vitest'
import { SandboxError, type WebhookForm } from '../index.ts'
import { START } from '../testing/bench.ts'
import { createWebhookBench, target } from '../testing/webhook-bench.ts'

beforeEach(() => void vi.useFakeTimers({ now: START, toFake: ['Date'] }))
afterEach(() => void vi.useRealTimers())

const shape = (value: object) => Object.keys(value).sort()

test.each<[WebhookForm, object]>([
  ['guide', samples.connectionUpdated],
  ['catalogue', { ...samples.connectionUpdated, eventType: '', country: '', emails: [] }],
  ['envelope', { type: '', data: {} }],
])('%s has the fields that are documented', (form, sample) => {
  const { change, events } = createWebhookBench({ form })
  change('WEBSITE_DOWN')
  expect(shape(events()[0])).toEqual(shape(sample))
})

test('lean has neither company nor datasource', () => {
  const { change, events } = createWebhookBench({ form: 'lean' })
  change('WEBSITE_DOWN')
  expect(shape(events()[1])).toEqual(shape(samples.connectionValidatedNoCompany))
})

test.each<WebhookForm>(['guide', 'catalogue', 'lean', 'envelope'])('%s is understood', (form) => {
  const { change, events, connectionId } = createWebhookBench({ form })
  change('WEBSITE_DOWN')
  expect(events().map(readNectarWebhook)).toMatchObject([
    { type: 'connection.updated.v2', connection: { id: connectionId, old: { status: 'CONNECTED' } } },
    { type: expect.stringMatching(/validated|created/), connection: { status: 'WEBSITE_DOWN' } },
  ])
})

test('the headers have their newer names too', () => {
  const { change, deliveries } = createWebhookBench({ headers: 'webhook' })
  change('WEBSITE_DOWN')
  const { headers = {}, text = '' } = deliveries[0] ?? {}
  expect(new Webhook(target.secret).verify(text, headers)).toEqual(JSON.parse(text))
  expect(Object.keys(headers).join()).not.toContain('svix')
})

test('any other event can be made', () => {
  const { control, events } = createWebhookBench({ form: 'envelope' })
  const id = control.makeWebhook('document.created.v2', { id: 'd1', country: 'US' })
  expect(events()).toEqual([{ type: 'document.created.v2', data: { id: 'd1', country: 'US' } }])
  expect(control.deliveries()).toMatchObject([{ id, type: 'document.created.v2', connectionId: null }])
  expect(() => control.makeWebhook(' ', {})).toThrow(SandboxError)
})
