import { expect, test } from 'vitest'
import { readAs } from './check.ts'
import {
  CHANGE_STREAM_EVENTS,
  changeStreamCursor,
  changeStreamEnd,
  changesResponse,
  connectionChange,
} from './connection.ts'

const change = {
  cursor: 'epoch.1',
  eventId: 'msg_1',
  connectionId: 'a6c70a54-34e7-4277-80b0-412869ce087c',
  from: 'CONNECTED',
  to: 'PASSWORD_INCORRECT',
  at: '2024-09-13T08:02:11.410220Z',
  source: 'webhook',
}

test.each([
  ['as it is streamed', {}],
  ['in a history, where it was never streamed', { cursor: null }],
  ['of a connection that nothing was known about', { from: null }],
])('reads a change %s', (_, fields) => {
  const body = { ...change, ...fields }
  expect(connectionChange(body)).toEqual(body)
  expect(changesResponse({ changes: [body], hasMore: false }).changes).toEqual([body])
})

test('names no company', () => {
  expect(connectionChange({ ...change, companyId: 'c' })).toEqual(change)
})

test.each(['connectionId', 'to', 'at', 'eventId'])('refuses a change without %s', (field) => {
  expect(readAs(connectionChange, { ...change, [field]: undefined })).toBeNull()
})

test('a newer server may say more than we know', () => {
  expect(connectionChange({ ...change, source: 'oracle' }).source).toBe('webhook')
  expect(changeStreamCursor({ cursor: 'e.1', live: 'telepathy' }).liveUpdates).toBe('stream')
  expect(changeStreamEnd({ reason: 'boredom' }).reason).toBe('failure')
})

test('the names of events are those that are on the wire', () => {
  expect(Object.entries(CHANGE_STREAM_EVENTS).every(([key, name]) => key === name)).toBe(true)
  expect(Object.keys(CHANGE_STREAM_EVENTS)).toEqual([
    'ready',
    'reset',
    'change',
    'invitations',
    'ping',
    'end',
  ])
})
