import { type CHANGE_STREAM_EVENTS, connectionChange } from '@nectar-connect/contract/wire'

export interface StreamEvent {
  event: keyof typeof CHANGE_STREAM_EVENTS
  id: string | null
  data: unknown
}

/** Reads a stream of events one by one, as a page does. */
export interface EventReader {
  /** The next event; null at the end. */
  next(): Promise<StreamEvent | null>
  /** The next change; fails when something else comes, but for signs of life. */
  change(): Promise<{ cursor: string; to: string; from: string | null; connectionId: string }>
  leave(): Promise<void>
}

export function readEvents(response: Response): EventReader {
  if (response.status !== 200 || response.body === null)
    throw new Error(`Expected a stream, got ${response.status}.`)
  // Not through a pipe: that reads ahead.
  const reader = response.body.getReader()
  const decoder = new TextDecoder()
  const waiting: StreamEvent[] = []
  let rest = ''

  async function next(): Promise<StreamEvent | null> {
    while (waiting.length === 0) {
      const { done, value } = await reader.read()
      if (done) return null
      const blocks = `${rest}${decoder.decode(value, { stream: true })}`.split('\n\n')
      rest = blocks.pop() ?? ''
      waiting.push(...blocks.map(parseBlock))
    }
    return waiting.shift() ?? null
  }
  return {
    next,
    async change() {
      for (;;) {
        const event = await next()
        if (event?.event === 'ping') continue
        if (event?.event !== 'change') throw new Error(`Expected a change, got ${JSON.stringify(event)}.`)
        const change = connectionChange(event.data)
        if (event.id === null || change.cursor !== event.id)
          throw new Error('The id of a change is its cursor.')
        return { ...change, cursor: event.id }
      }
    },
    leave: () => reader.cancel(),
  }
}

function parseBlock(block: string): StreamEvent {
  const fields = new Map(
    block.split('\n').map((line) => {
      const [name = '', ...value] = line.split(': ')
      return [name, value.join(': ')] as const
    }),
  )
  return {
    event: fields.get('event') as StreamEvent['event'],
    id: fields.get('id') ?? null,
    data: JSON.parse(fields.get('data') ?? ''),
  }
}
