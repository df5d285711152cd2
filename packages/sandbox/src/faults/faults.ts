import { SandboxError } from '../errors.ts'
import type { Scheduler } from '../options.ts'
import { createChance } from '../state/ids.ts'
import { type ActiveFault, FAULT_SIDES, kindsOf, type SandboxFault } from './fault-schema.ts'

/** The connection broke, by a fault or because the sandbox ended: what `fetch` says when that happens. */
export class ConnectionBroken extends TypeError {
  constructor() {
    super('fetch failed', { cause: new Error('The sandbox broke the connection.') })
  }
}

interface Entry {
  fault: ActiveFault
  chance: () => number
}

export type Faults = ReturnType<typeof createFaults>

/**
 * The faults that are in force, and the requests that wait because of them.
 *
 * @param seed with one, a share meets the same requests in every run
 * @param schedule the platform's, not the sandbox's clock: a frozen sandbox still answers
 */
export function createFaults(seed: number | undefined, schedule: Scheduler) {
  const entries = new Map<string, Entry>()
  const routes = new Set<string>()
  /** Ends every wait. */
  let breaking = new AbortController()
  let added = 0

  function hit({ fault }: Entry): ActiveFault {
    fault.hits += 1
    if (fault.times !== undefined && fault.hits >= fault.times) entries.delete(fault.id)
    return { ...fault }
  }

  return {
    /** The API's routes; whoever mounts one adds it. */
    routes,
    /** @throws SandboxError `invalid`, saying what fits */
    add(input: SandboxFault): string {
      const route = routeOf(input, routes)
      added += 1
      const fault = { ...input, route, id: `fault_${added}`, hits: 0 }
      // Each has numbers of its own, so that one fault does not change whom another one meets.
      entries.set(fault.id, { fault, chance: createChance(seed === undefined ? undefined : seed + added) })
      return fault.id
    },
    /** Ends one, or all; one that is over already is no mistake. */
    clear(id?: string) {
      if (id === undefined) entries.clear()
      else entries.delete(id)
    },
    list: (): ActiveFault[] => [...entries.values()].map(({ fault }) => ({ ...fault })),
    /** The faults that meet the next request of a route, in the order in which they were added. */
    take(route: string): ActiveFault[] {
      const met: ActiveFault[] = []
      for (const entry of [...entries.values()]) {
        const { fault, chance } = entry
        if (fault.route !== route && !(fault.route === '*' && route !== 'hosted')) continue
        // Only one can decide the answer; a later one waits for its turn and keeps its count.
        if (decides(fault) && met.some(decides)) continue
        if (fault.share !== undefined && chance() >= fault.share) continue
        met.push(hit(entry))
      }
      return met
    },
    /**
     * Lets a request wait on purpose.
     *
     * @param delayMs milliseconds of real time; null: until the client goes away
     * @throws ConnectionBroken when the client goes away, or the sandbox breaks off what it holds
     */
    hold(request: Request, delayMs: number | null): Promise<void> {
      const ended = AbortSignal.any([request.signal, breaking.signal])
      return new Promise((resolve, reject) => {
        const cancel = delayMs === null ? () => {} : schedule(resolve, delayMs)
        const breakOff = () => {
          cancel()
          reject(new ConnectionBroken())
        }
        if (ended.aborted) breakOff()
        else ended.addEventListener('abort', breakOff)
      })
    },
    /** Ends all of them, and breaks off everything that waits. */
    reset() {
      entries.clear()
      added = 0
      breaking.abort()
      breaking = new AbortController()
    },
  }
}

/** Waiting and the page's bad manners go together with anything. */
function decides({ kind }: ActiveFault): boolean {
  return !['latency', 'slow', 'refuse-frame', 'grab-focus', 'posts-messages'].includes(kind)
}

/** @throws SandboxError `invalid`, saying what fits */
function routeOf({ kind, route: asked }: SandboxFault, routes: ReadonlySet<string>): string {
  const side = FAULT_SIDES[kind]
  const route = asked ?? (side === 'api' ? '*' : 'hosted')
  if (route !== 'hosted' && route !== '*' && !routes.has(route)) {
    const message = `There is no route "${route}". Take "*" for all of the API, "hosted" for the hosted page, or one of: ${[...routes].join(', ')}.`
    throw new SandboxError('invalid', message)
  }
  const wanted = route === 'hosted' ? 'hosted' : 'api'
  if (side === wanted) return route
  const what = side === 'api' ? 'the API' : 'the hosted page'
  const where = wanted === 'hosted' ? 'the hosted page' : `"${route}"`
  const message = `"${kind}" is a fault of ${what} and does not fit ${where}. What fits there: ${kindsOf(wanted)}.`
  throw new SandboxError('invalid', message)
}
