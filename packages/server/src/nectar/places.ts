import type { Party } from '../lib/log.ts'
import { NectarConnectError } from '../lib/nectar-connect-error.ts'

/** Nectar's documentation asks for no more requests at once. */
export const MAX_UNDER_WAY = 10
/** Beyond so many that wait, the ones that would come last are refused. */
const MAX_WAITING = 1_000
/** How much the latest request counts in what a request is expected to take. */
const WEIGHT = 1 / 8
/** What a request is expected to take may be so much more. */
const CAUTION = 1.1
/** Whoever is refused comes back no sooner, in milliseconds. */
const LEAST_WAIT_MS = 1_000

interface Place {
  party: Party
  /** When whoever waits for it gives up, in milliseconds since the epoch. */
  endsAt: number
}

interface Waiting extends Place {
  admit: () => void
  refuse: (error: Error) => void
}

/** The one queue for requests to Nectar: ten at once, by turns. Who could not be served in time is told so early. */
export function createPlaces(now: () => number) {
  const underWay = new Set<Place>()
  const waiting = new Set<Waiting>()
  let expectedMs = 0

  function handOut() {
    if (waiting.size === 0) return
    const queue = inTurn([...waiting], [...underWay])
    for (const next of queue.splice(0, MAX_UNDER_WAY - underWay.size)) {
      waiting.delete(next)
      underWay.add(next)
      next.admit()
    }
    for (const [index, late] of queue.entries()) {
      const doneInMs = (index / MAX_UNDER_WAY + 1) * expectedMs * CAUTION
      if (index < MAX_WAITING && now() + doneInMs <= late.endsAt) continue
      waiting.delete(late)
      late.refuse(tooMany(Math.max(LEAST_WAIT_MS, doneInMs)))
    }
  }

  function enter(place: Place, signal: AbortSignal): Promise<void> {
    return new Promise((resolve, reject) => {
      const leave = () => {
        waiting.delete(entry)
        reject(new NectarConnectError('nectar_timeout'))
      }
      const settled = (settle: () => void) => () => {
        signal.removeEventListener('abort', leave)
        settle()
      }
      const entry: Waiting = Object.assign(place, {
        admit: settled(resolve),
        refuse: (error: Error) => settled(() => reject(error))(),
      })
      signal.addEventListener('abort', leave)
      waiting.add(entry)
      // Otherwise the next one that is done looks who is late.
      if (waiting.size > MAX_WAITING) handOut()
    })
  }

  return {
    /**
     * Sends a request as soon as there is a place, which it holds until it has settled.
     *
     * @throws NectarConnectError `rate_limited` with the time to come back, when there will be none before `endsAt`;
     *   `nectar_timeout` when the signal aborts first. In both cases nothing was sent.
     */
    async hold<T>(party: Party, endsAt: number, signal: AbortSignal, send: () => Promise<T>): Promise<T> {
      const place = { party, endsAt }
      if (signal.aborted) throw new NectarConnectError('nectar_timeout')
      if (underWay.size < MAX_UNDER_WAY) underWay.add(place)
      else await enter(place, signal)
      const sentAt = now()
      try {
        return await send()
      } finally {
        underWay.delete(place)
        const tookMs = Math.max(0, now() - sentAt)
        expectedMs = expectedMs === 0 ? tookMs : expectedMs + (tookMs - expectedMs) * WEIGHT
        handOut()
      }
    },
  }
}

function tooMany(retryAfterMs: number) {
  return new NectarConnectError('rate_limited', {
    message: 'More is asked of Nectar at once than it answers in time. It was not sent.',
    retryAfterMs,
  })
}

/** The order in which they get a place: of each level of their parties, whoever has the fewest under way is next. */
export function inTurn<T extends { party: Party }>(
  waiting: readonly T[],
  underWay: readonly { party: Party }[],
  level = 0,
): T[] {
  const groups = groupByParty(waiting, level)
  if (groups.has(undefined)) return [...waiting]
  const others = groupByParty(underWay, level)
  const ranked = [...groups].flatMap(([name, group]) => {
    const busy = others.get(name) ?? []
    return inTurn(group, busy, level + 1).map((item, index) => ({ item, rank: busy.length + index }))
  })
  return ranked.sort((a, b) => a.rank - b.rank).map(({ item }) => item)
}

function groupByParty<T extends { party: Party }>(items: readonly T[], level: number) {
  const groups = new Map<string | undefined, T[]>()
  for (const item of items) {
    const group = groups.get(item.party[level])
    if (group) group.push(item)
    else groups.set(item.party[level], [item])
  }
  return groups
}
