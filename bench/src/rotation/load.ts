/** One request of a client and what came of it. */
export interface Call {
  path: string
  status: number
  /** The code of a problem, else empty. */
  code: string
  scope: string | null
  body: unknown
}

export type Ask = (path: string, body?: unknown) => Promise<Call>

/** Clients that ask, create and list without a pause, until they are told to stop. */
export interface Load {
  calls: Call[]
  /** The invitation that each attempt got, once for every time that it was asked for. */
  attempts: Map<string, unknown[]>
  /** Resolves when each client has gone through so many rounds more. */
  rounds(count: number): Promise<void>
  /** Resolves when the last answer is there. */
  stop(): Promise<void>
}

export function startLoad(ask: Ask, connectionIds: readonly string[], clients: number): Load {
  const calls: Call[] = []
  const attempts = new Map<string, unknown[]>()
  const done = Array.from({ length: clients }, () => 0)
  const waiting = new Set<{ goals: number[]; resolve: () => void }>()
  let isStopped = false

  async function call(path: string, body?: unknown): Promise<Call> {
    const answer = await ask(path, body)
    calls.push(answer)
    return answer
  }

  /** A double click, and a page that asks again: three requests, one invitation. */
  async function create(connectionId: string | null) {
    const idempotencyKey = crypto.randomUUID()
    const request = {
      idempotencyKey,
      reason: 'first',
      ...(connectionId === null ? { kind: 'contributor' } : { kind: 'reconnect', connectionId }),
    }
    const both = await Promise.all([call('/invitations', request), call('/invitations', request)])
    const answers = [...both, await call('/invitations', request)]
    attempts.set(
      idempotencyKey,
      answers.map(({ body }) => body),
    )
  }

  async function round(client: number) {
    const connectionId = connectionIds[client % connectionIds.length] ?? ''
    await create(null)
    await call('/connections')
    await create(connectionId)
    await Promise.all([call('/connections'), call(`/connections/${connectionId}`)])
  }

  async function run(client: number) {
    while (!isStopped) {
      await round(client)
      done[client] = (done[client] ?? 0) + 1
      for (const entry of waiting) {
        if (!entry.goals.every((goal, index) => (done[index] ?? 0) >= goal)) continue
        waiting.delete(entry)
        entry.resolve()
      }
    }
  }

  const running = Promise.all(done.map((_, client) => run(client)))
  return {
    calls,
    attempts,
    rounds: (count) =>
      Promise.race([
        new Promise<void>((resolve) => waiting.add({ goals: done.map((past) => past + count), resolve })),
        running.then(() => undefined),
      ]),
    async stop() {
      isStopped = true
      await running
    },
  }
}
