import { PROTOCOL_HEADER, SCOPE_HEADER } from '@nectar-connect/contract/wire'
import { type ConnectClient, createConnectClient } from '../../connect-client.ts'
import { createFakePlatform } from '../../testing/fake-platform.ts'
import { type ChangeStream, createChangeStream } from '../change-stream.ts'

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

const encoder = new TextEncoder()

/** A browser and a server's stream that the test moves by hand. */
export function createStreamWorld(scope: string | null = 'scope-a') {
  const browser = createFakePlatform(settle)
  const platform = browser.platform()
  const requests: StreamRequest[] = []

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
    const made = createConnectClient({ fetch }, platform)
    if (scope !== null) setScope(made, scope)
    return made
  }

  const world = Object.assign(browser, {
    platform: () => platform,
    client: createClient(scope),
    createClient,
    requests,
    onRequest: () => {},
    last: () => {
      const request = requests.at(-1)
      if (!request) throw new Error('nothing was asked for')
      return request
    },
    openLines: () => requests.filter((request) => !request.isAborted()).length,
  })
  return world
}

/** As an answer would. */
export function setScope({ scope }: Pick<ConnectClient, 'scope'>, to: string) {
  if (!('set' in scope) || typeof scope.set !== 'function') throw new Error('no subject')
  scope.set(to)
}

export type StreamWorld = ReturnType<typeof createStreamWorld>

/**
 * A stream in a world of its own, and what a listener of it hears: ids of changes, and `reset`.
 *
 * @param scope who is known to be here; null: nothing was read yet
 */
export async function startStream(scope: string | null = 'scope-a') {
  const world = createStreamWorld(scope)
  const changes = createChangeStream(world.client, world.platform())
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
