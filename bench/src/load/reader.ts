import { setTimeout as sleep } from 'node:timers/promises'

/** One page of a customer that keeps losing its stream and goes on from where it was. */
export interface Reader {
  companyId: string
  /** The cursors of the changes that it was told of, in that order. */
  readonly seen: readonly string[]
  /** The newest status that it was told of each connection. */
  readonly statuses: ReadonlyMap<string, string>
  readonly drops: number
  readonly resets: number
  /** Reads until it has seen this change. */
  until(cursor: string): Promise<void>
}

const MOST_CHANGES = 40
const PAUSE_MS = 50

/** Begins to read at the cursor. */
export function createReader(
  { companyId, userId, from }: { companyId: string; userId: string; from: string },
  nextServer: () => string,
  random: () => number,
): Reader {
  const seen: string[] = []
  const statuses = new Map<string, string>()
  let cursor = from
  let drops = 0
  let resets = 0
  let goal: string | null = null
  const isDone = () => goal !== null && cursor === goal

  async function readOnce() {
    const gone = new AbortController()
    const most = 1 + Math.floor(random() * MOST_CHANGES)
    // A page that is hidden drops its stream, whether something came or not.
    const timer = setTimeout(() => gone.abort(), 500 + random() * 3_000)
    try {
      const response = await fetch(`${nextServer()}/changes`, {
        headers: { cookie: `${companyId} ${userId}`, 'last-event-id': cursor },
        signal: gone.signal,
      })
      if (!response.ok || response.body === null) return
      const text = response.body.pipeThrough(new TextDecoderStream())
      let rest = ''
      let taken = 0
      for await (const part of text) {
        const blocks = `${rest}${part}`.split('\n\n')
        rest = blocks.pop() ?? ''
        for (const block of blocks) taken += take(block) ? 1 : 0
        if (taken >= most || isDone()) return
      }
    } finally {
      clearTimeout(timer)
      gone.abort()
    }
  }

  /** @returns whether it was a change. */
  function take(block: string): boolean {
    const fields = new Map(block.split('\n').map((line) => line.split(/: (.*)/s, 2) as [string, string]))
    if (fields.get('event') === 'reset') resets += 1
    if (fields.get('event') !== 'change') return false
    const change = JSON.parse(fields.get('data') ?? '') as {
      cursor: string
      connectionId: string
      to: string
    }
    cursor = change.cursor
    seen.push(cursor)
    statuses.set(change.connectionId, change.to)
    return true
  }

  async function read() {
    while (!isDone()) {
      await readOnce().catch(() => {})
      drops += 1
      if (!isDone()) await sleep(random() * PAUSE_MS)
    }
  }
  const reading = read()
  return {
    companyId,
    seen,
    statuses,
    get drops() {
      return drops
    },
    get resets() {
      return resets
    },
    async until(end) {
      goal = end
      await reading
    },
  }
}
