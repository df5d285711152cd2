import { expect, test } from 'vitest'
import { readAs } from './check.ts'
import { healthResponse } from './problem.ts'

test.each([
  { status: 'ok', protocol: '1.0', webhooks: 'arriving', lastWebhookAt: '2026-11-24T05:31:56Z' },
  { status: 'ok', protocol: '1.0', webhooks: 'not_configured', lastWebhookAt: null },
])('reads %j', (body) => {
  expect(healthResponse(body)).toEqual(body)
  expect(healthResponse({ ...body, company: 'someone' })).toEqual(body)
})

test('refuses another health route', () => {
  expect(readAs(healthResponse, { status: 'ok' })).toBeNull()
})
