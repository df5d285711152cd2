import { Buffer } from 'node:buffer'
import { samples } from '@nectar-connect/test-kit/samples'
import { expect, test } from 'vitest'
import { createReceiver, OTHER_SECRET, signDelivery } from '../testing/deliver.ts'
import { COMPANY, CONNECTION } from '../testing/fake-nectar.ts'

const update = samples.connectionUpdated
const address = 'https://app.example/hooks/nectar'

test.each(['svix', 'webhook'] as const)('%s: answers the event, and records nothing', async (family) => {
  const { harness, told } = createReceiver()
  const signed = signDelivery(
    harness,
    { type: 'connection.updated.v2', data: update },
    { id: 'msg_1', family },
  )
  const request = new Request(address, { method: 'POST', ...signed })
  expect(await harness.nectar.verifyWebhook(request)).toEqual({
    eventId: 'msg_1',
    type: 'connection.updated.v2',
    data: null,
    connection: { id: CONNECTION, companyId: COMPANY, status: 'PASSWORD_INCORRECT' },
  })
  expect(told).toEqual([])
  expect(harness.nectar.webhookDeliveries()).toEqual([])
  expect(harness.fake.requests).toEqual([])
})

test('what is not about a connection has none', async () => {
  const { harness } = createReceiver()
  const signed = signDelivery(harness, { type: 'document.created.v2', data: { id: 'd1' } }, { id: 'msg_2' })
  expect(await harness.nectar.verifyWebhook(signed)).toEqual({
    eventId: 'msg_2',
    type: 'document.created.v2',
    data: { id: 'd1' },
    connection: null,
  })
})

test('takes headers and bytes as servers on Node have them', async () => {
  const { harness } = createReceiver()
  const { headers, body } = signDelivery(harness, update)
  const req = { headers: Object.fromEntries(headers), body: Buffer.from(body) }
  expect((await harness.nectar.verifyWebhook(req)).connection?.id).toBe(CONNECTION)
})

test.each([
  ['another secret', { secrets: [OTHER_SECRET] }],
  ['an older time', { aheadS: -301 }],
  ['a later time', { aheadS: 301 }],
])('%s: signature_invalid', async (_, init) => {
  const { harness } = createReceiver()
  await expect(harness.nectar.verifyWebhook(signDelivery(harness, update, init))).rejects.toMatchObject({
    code: 'signature_invalid',
  })
})

test.each([
  ['a body that was parsed', (body: string) => JSON.parse(body), 'invalid_request'],
  ['no body', () => undefined, 'invalid_request'],
  ['another body', (body: string) => body.replace('{', '{ '), 'signature_invalid'],
  ['far too much', () => 'x'.repeat(512 * 1024 + 1), 'payload_too_large'],
])('%s: says so', async (_, change, code) => {
  const { harness } = createReceiver()
  const { headers, body } = signDelivery(harness, update)
  const request = { headers, body: change(body) as string }
  await expect(harness.nectar.verifyWebhook(request)).rejects.toMatchObject({ code })
})

test.each([null, undefined, 'text', {}, { headers: null, body: '' }])(
  'is given %j: rejects, and does not throw',
  async (request) => {
    const { harness } = createReceiver()
    await expect(harness.nectar.verifyWebhook(request as unknown as Request)).rejects.toMatchObject({
      name: 'NectarConnectError',
    })
  },
)

test('without a secret it says which option is missing', async () => {
  const { harness } = createReceiver({ webhookSecret: undefined })
  await expect(harness.nectar.verifyWebhook(signDelivery(harness, update))).rejects.toMatchObject({
    code: 'not_configured',
    message: expect.stringContaining('webhookSecret'),
  })
})
