import { expect, test, vi } from 'vitest'
import { parseEvents } from './read-events.ts'

const TYPE = { headers: { 'content-type': 'text/event-stream' } }

async function collect(response: Response, signal = new AbortController().signal) {
  const events = []
  for await (const event of parseEvents(response, signal)) events.push(event)
  return events
}

test('name, id and data of each; what is not JSON has no data, and half an event is none', async () => {
  const text = 'id: e.1\nevent: change\ndata: {"a":1}\n\ndata: oops\n\n: note\n\nevent: ping\ndata: {}'
  expect(await collect(new Response(text, TYPE))).toEqual([
    { name: 'change', id: 'e.1', data: { a: 1 } },
    { name: 'message', id: null, data: undefined },
  ])
})

test('one that was let go before it began ends at once, and is closed', async () => {
  let isClosed = false
  const body = new ReadableStream({
    cancel() {
      isClosed = true
    },
  })
  expect(await collect(new Response(body, TYPE), AbortSignal.abort())).toEqual([])
  await vi.waitFor(() => expect(isClosed).toBe(true))
})

test('something else is refused, and not read', async () => {
  let isClosed = false
  const body = new ReadableStream({
    cancel() {
      isClosed = true
    },
  })
  const page = new Response(body, { headers: { 'content-type': 'text/html' } })
  await expect(collect(page)).rejects.toMatchObject({ code: 'invalid_response' })
  await vi.waitFor(() => expect(isClosed).toBe(true))
})
