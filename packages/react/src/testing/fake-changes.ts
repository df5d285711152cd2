import {
  CHANGE_STREAM_EVENTS,
  type ChangesResponse,
  type ConnectionChange,
  type ConnectionView,
} from '@nectar-connect/contract/wire'

/** Changes that a test makes happen: a stream that it writes to, and the histories that they become. */
export interface FakeChanges {
  /** Answers `GET /changes`, from a cursor on, or from now. */
  open(signal: AbortSignal | null, headers: Record<string, string>, from: string | null): Response
  /** Where the stream is now. */
  cursor(): string
  /** Answers `GET /connections/:id/changes`. */
  history(connectionId: string, limit: number): ChangesResponse
  /** Puts changes into a history, newest first. They are told to nobody. */
  remember(changes: readonly ConnectionChange[]): void
  /** Something happens, and whoever listens is told. */
  send(change: ConnectionChange): void
  /** Those who listen have to read everything anew. */
  reset(): void
  /** Something became of an invitation that a colleague was sent. */
  sendInvitations(): void
  /** All lines break. */
  cut(): void
  /** How many lines are open, and how many ever were. */
  lines(): number
  opened(): number
}

const encoder = new TextEncoder()

export function createFakeChanges(): FakeChanges {
  const lines = new Set<ReadableStreamDefaultController<Uint8Array>>()
  let told: ConnectionChange[] = []
  const sent: ConnectionChange[] = []
  let position = 0
  let opened = 0

  function say(line: ReadableStreamDefaultController<Uint8Array>, event: string, data: unknown) {
    line.enqueue(encoder.encode(`id: e.${position}\nevent: ${event}\ndata: ${JSON.stringify(data)}\n\n`))
  }

  const cursor = () => ({ cursor: `e.${position}`, liveUpdates: 'stream' })

  return {
    cursor: () => `e.${position}`,
    open(signal, headers, from) {
      opened++
      let mine: ReadableStreamDefaultController<Uint8Array> | undefined
      const leave = () => {
        if (mine) lines.delete(mine)
      }
      const body = new ReadableStream<Uint8Array>({
        start(line) {
          mine = line
          lines.add(line)
          say(line, CHANGE_STREAM_EVENTS.ready, cursor())
          const missed = from === null ? 0 : position - Number(from.slice(2))
          for (const change of sent.slice(sent.length - missed))
            say(line, CHANGE_STREAM_EVENTS.change, change)
        },
        cancel: leave,
      })
      signal?.addEventListener('abort', leave)
      return new Response(body, { headers })
    },
    history(connectionId, limit) {
      const own = told.filter((change) => change.connectionId === connectionId)
      return { changes: own.slice(0, limit), hasMore: own.length > limit }
    },
    remember(changes) {
      told = [...changes, ...told]
    },
    send(change) {
      position++
      told = [change, ...told]
      const streamed = { ...change, cursor: `e.${position}` }
      sent.push(streamed)
      for (const line of lines) say(line, CHANGE_STREAM_EVENTS.change, streamed)
    },
    sendInvitations() {
      for (const line of lines) say(line, CHANGE_STREAM_EVENTS.invitations, {})
    },
    reset() {
      for (const line of lines) say(line, CHANGE_STREAM_EVENTS.reset, cursor())
    },
    cut() {
      for (const line of lines) line.error(new TypeError('network error'))
      lines.clear()
    },
    lines: () => lines.size,
    opened: () => opened,
  }
}

let events = 0

/** A change of a connection to another status, just now. */
export function changeOf(
  { id, status }: ConnectionView,
  to: string,
  overrides: Partial<ConnectionChange> = {},
): ConnectionChange {
  const at = new Date().toISOString()
  return {
    cursor: null,
    eventId: `msg_${++events}`,
    connectionId: id,
    from: status,
    to,
    at,
    source: 'webhook',
    ...overrides,
  }
}
