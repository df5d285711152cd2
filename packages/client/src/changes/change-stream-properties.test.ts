import fc from 'fast-check'
import { expect, test } from 'vitest'
import { changeEvent, encodeEvent, type StreamRequest, settle, startStream } from './testing/stream-world.ts'

/** What may happen to a page and its line; numbers are how many. */
const action = fc.oneof(
  {
    weight: 4,
    arbitrary: fc.record({ do: fc.constant('happen' as const), count: fc.integer({ min: 1, max: 4 }) }),
  },
  {
    weight: 6,
    arbitrary: fc.record({ do: fc.constant('deliver' as const), count: fc.integer({ min: 1, max: 400 }) }),
  },
  {
    weight: 2,
    arbitrary: fc.record({ do: fc.constantFrom('cut', 'end', 'close', 'hide', 'show', 'wait', 'ping') }),
  },
)

const encoder = new TextEncoder()

/** A server that keeps its changes, and answers a cursor with everything after it. */
function createServer() {
  let length = 0
  const lines = new Map<StreamRequest, { written: number; waiting: Uint8Array }>()

  function append(line: { waiting: Uint8Array }, text: string) {
    const bytes = encoder.encode(text)
    const joined = new Uint8Array(line.waiting.length + bytes.length)
    joined.set(line.waiting)
    joined.set(bytes, line.waiting.length)
    line.waiting = joined
  }

  return {
    length: () => length,
    happen(count: number) {
      length += count
    },
    accept(request: StreamRequest) {
      request.open()
      const from = request.cursor === null ? length : Number(request.cursor.slice(2))
      const line = { written: from, waiting: new Uint8Array() }
      append(line, encodeEvent('ready', { cursor: `e.${from}`, note: 'é€😀' }, `e.${from}`))
      lines.set(request, line)
    },
    say(request: StreamRequest, name: string) {
      const line = lines.get(request)
      if (line) append(line, encodeEvent(name, {}))
    },
    /** Writes what is due, in one chunk of at most so many bytes. */
    deliver(request: StreamRequest, count: number) {
      const line = lines.get(request)
      if (!line) return
      while (line.written < length) append(line, encodeEvent(...changeEvent(++line.written)))
      request.write(line.waiting.slice(0, count))
      line.waiting = line.waiting.slice(count)
    },
    due: (request: StreamRequest) => lines.get(request)?.waiting.length ?? 0,
  }
}

test('whatever the chunks, cuts and reconnects, a listener ends with exactly the server’s sequence', async () => {
  let changesSeen = 0
  await fc.assert(
    fc.asyncProperty(fc.array(action, { minLength: 5, maxLength: 40 }), async (actions) => {
      const { world, heard, end } = await startStream()
      const server = createServer()
      world.onRequest = () => server.accept(world.last())
      world.onRequest()
      server.deliver(world.last(), 1_000)
      await settle()
      for (const taken of actions) {
        const line = world.last()
        if ('count' in taken) {
          if (taken.do === 'happen') server.happen(taken.count)
          else server.deliver(line, taken.count)
        } else if (taken.do === 'hide' || taken.do === 'show') await world[taken.do]()
        else if (taken.do === 'wait') await world.advance(5_000)
        else if (taken.do === 'end' || taken.do === 'ping') server.say(line, taken.do)
        else line[taken.do as 'cut' | 'close']()
        await settle()
      }
      world.onRequest = () => {
        server.accept(world.last())
        server.deliver(world.last(), 1_000_000)
      }
      await world.hide()
      await world.show()
      await world.advance(120_000)
      const sequence = Array.from({ length: server.length() }, (_, index) => `msg-${index + 1}`)
      expect(heard).toEqual(['reset', ...sequence])
      changesSeen += server.length()
      end()
    }),
    { numRuns: 150, endOnFailure: true },
  )
  expect(changesSeen).toBeGreaterThan(500)
})
