import { expect, test } from 'vitest'
import { readAs } from './check.ts'
import { healthResponse, PROBLEM_MEDIA_TYPE, problem } from './errors.ts'

test.each([
  ['an error page', '<html></html>'],
  ['another problem', { title: 'Nope', status: 404 }],
  ['null', null],
])('is not mistaken for %s', (_, body) => {
  expect(readAs(problem, body)).toBeNull()
})

test('has the media type of RFC 9457', () => {
  expect(PROBLEM_MEDIA_TYPE).toBe('application/problem+json')
})

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
