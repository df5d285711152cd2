import { PROTOCOL_HEADER, SCOPE_HEADER } from '@nectar-connect/contract/wire'
import { type ConnectClient, createConnectClient } from '../../connect-client.ts'
import { type ChangeStream, createChangeStream } from '../change-stream.ts'
import type { StreamClient, StreamEnvironment } from '../stream-environment.ts'

/** One request for the stream, in the hands of the test. */
export interface StreamRequest {
  /** The cursor that was asked for. */
  cursor: string | null
  isAborted: () => boolean
  /** Answers with a stream that the test writes to. */
  open(init?: { scope?: string; type?: string }): void
  answer(response: Response): void
  fail(): void
  write(bytes: string | Uint8Array): void
  event(name: string, data: unknown, id?: string): void
  /** The server ends its answer without a word. */
  close(): void
  /** The line breaks. */
  cut(): void
}

// The stream loads it when it is needed. From here on that takes no time.
await import('eventsource-parser')
const encoder = new TextEncoder()

/** A world whose timers, page, tabs and server the test moves by hand. */
export function createStreamWorld(scope: string | null = 'scope-a') {
  const timers = new Map<number, { at: number; callback: () => void }>()
  const wakers = new Set<() => void>()
  const requests: StreamRequest[] = []
  const channels = new Set<(scope: string) => void>()
  let time = 0
  let ids = 0

  const setTimer = (callback: () => void, ms: number) => {
    const id = ++ids
    timers.set(id, { at: time + ms, callback })
    return () => timers.delete(id)
  }

  function fetch(_: unknown, init: RequestInit | undefined): Promise<Response> {
    return new Promise((resolve, reject) => {
      const signal = init?.signal ?? new AbortController().signal
      signal.addEventListener('abort', () => reject(signal.reason))
      requests.push(createRequest(new Headers(init?.headers).get('last-event-id'), signal, resolve, reject))
      world.onRequest()
    })
  }

  /** One more client of the same page; null: it has read nothing yet. */
  const createClient = (scope: string | null) => {
    const made = createConnectClient({ fetch }, { now: () => time, setTimer })
    if (scope !== null) setScope(made, scope)
    return made
  }
  const client = createClient(scope)

  const world = {
    client,
    createClient,
    requests,
    /** What each listener threw. */
    reported: [] as unknown[],
    /** What this tab told the others. */
    told: [] as string[],
    isVisible: true,
    /** How many streams the tabs of this site may still open. */
    seats: 3,
    random: 1,
    onRequest: () => {},
    last: () => {
      const request = requests.at(-1)
      if (!request) throw new Error('nothing was asked for')
      return request
    },
    openLines: () => requests.filter((request) => !request.isAborted()).length,
    timers: () => timers.size,
    channels: () => channels.size,
    wakers: () => wakers.size,
    async advance(ms: number) {
      const end = time + ms
      for (;;) {
        await settle()
        const [next] = [...timers].filter(([, { at }]) => at <= end).sort((a, b) => a[1].at - b[1].at)
        if (!next) break
        timers.delete(next[0])
        time = Math.max(time, next[1].at)
        next[1].callback()
      }
      time = end
      await settle()
    },
    /** The device sleeps: time goes by, and no timer fires before the page is woken. */
    async sleep(ms: number) {
      for (const timer of timers.values()) timer.at += ms
      time += ms
      await world.wake()
    },
    async wake() {
      for (const callback of [...wakers]) callback()
      await settle()
    },
    hide: () => setVisible(false),
    show: () => setVisible(true),
    async hear(scope: string) {
      for (const callback of [...channels]) callback(scope)
      await settle()
    },
    environment(own: StreamClient = client): StreamEnvironment {
      return {
        client: own,
        isVisible: () => world.isVisible,
        onWake(callback) {
          wakers.add(callback)
          return () => wakers.delete(callback)
        },
        setTimer,
        takeSeat: async () => {
          if (world.seats === 0) return null
          world.seats--
          return () => void world.seats++
        },
        now: () => time,
        random: () => world.random,
        openScopeChannel(onScope) {
          channels.add(onScope)
          return { tell: (scope) => void world.told.push(scope), close: () => channels.delete(onScope) }
        },
        report: (error) => void world.reported.push(error),
      }
    },
  }

  async function setVisible(isVisible: boolean) {
    world.isVisible = isVisible
    await world.wake()
  }

  return world
}

/** As an answer would. */
export function setScope({ scope }: Pick<ConnectClient, 'scope'>, to: string) {
  if (!('set' in scope) || typeof scope.set !== 'function') throw new Error('no subject')
  scope.set(to)
}

export type StreamWorld = ReturnType<typeof createStreamWorld>

/** A stream in a world of its own, and what a listener of it hears: ids of changes, and `reset`. */
/** @param scope who is known to be here; null: nothing was read yet */
export async function startStream(scope: string | null = 'scope-a') {
  const world = createStreamWorld(scope)
  const changes = createChangeStream(world.environment())
  const listener = listen(changes)
  await settle()
  return { world, changes, ...listener }
}

export function listen(changes: ChangeStream) {
  const heard: string[] = []
  const end = changes.subscribe({
    onChange: ({ eventId }) => heard.push(eventId),
    onReset: () => heard.push('reset'),
  })
  return { heard, end }
}

function createRequest(
  cursor: string | null,
  signal: AbortSignal,
  resolve: (response: Response) => void,
  reject: (reason: unknown) => void,
): StreamRequest {
  let controller: ReadableStreamDefaultController<Uint8Array> | null = null
  let isLost = false
  const leave = () => {
    isLost = true
    controller = null
  }
  const request: StreamRequest = {
    cursor,
    isAborted: () => isLost || signal.aborted,
    open({ scope = 'scope-a', type = 'text/event-stream; charset=utf-8' } = {}) {
      const body = new ReadableStream<Uint8Array>({
        start(own) {
          controller = own
          signal.addEventListener('abort', () => request.cut())
        },
        cancel: leave,
      })
      const headers = { 'content-type': type, [PROTOCOL_HEADER]: '1.0', [SCOPE_HEADER]: scope }
      resolve(new Response(body, { headers }))
    },
    answer(response) {
      leave()
      resolve(response)
    },
    fail() {
      leave()
      reject(new TypeError('Failed to fetch'))
    },
    write: (bytes) => controller?.enqueue(typeof bytes === 'string' ? encoder.encode(bytes) : bytes),
    event(name, data, id) {
      request.write(encodeEvent(name, data, id))
    },
    close() {
      controller?.close()
      leave()
    },
    cut() {
      controller?.error(new TypeError('network error'))
      leave()
    },
  }
  return request
}

export function encodeEvent(name: string, data: unknown, id?: string): string {
  return `${id === undefined ? '' : `id: ${id}\n`}event: ${name}\ndata: ${JSON.stringify(data)}\n\n`
}

/** What the server writes for its `position`th change. */
export function changeEvent(position: number): [name: string, data: unknown, id: string] {
  const cursor = `e.${position}`
  return [
    'change',
    {
      cursor,
      eventId: `msg-${position}`,
      connectionId: 'a6c70a54-34e7-4277-80b0-412869ce087c',
      from: 'PENDING',
      to: 'CONNECTED',
      at: '2026-11-24T10:00:00.000001Z',
      source: 'webhook',
    },
    cursor,
  ]
}

/** Opens the newest request with `ready` or `reset`, at a position. */
export async function ready(world: StreamWorld, position = 0, name = 'ready', scope = 'scope-a') {
  await settle()
  world.last().open({ scope })
  world.last().event(name, { cursor: `e.${position}`, liveUpdates: 'stream' }, `e.${position}`)
  await settle()
  return world.last()
}

/** Lets everything that is due run: streams take more than one turn. */
export async function settle() {
  const { port1, port2 } = new MessageChannel()
  for (let turn = 0; turn < 12; turn++) {
    const arrived = new Promise((done) => port1.addEventListener('message', done, { once: true }))
    port1.start()
    port2.postMessage(turn)
    await arrived
  }
  port1.close()
}
