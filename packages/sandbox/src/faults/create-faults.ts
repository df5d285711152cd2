import { SandboxError } from '../lib/errors.ts'
import { createChance } from '../lib/ids.ts'
import { type ActiveFault, FAULT_SIDES, kindsOf, type SandboxFault } from './fault-schema.ts'

/** The faults that are in force. */
export interface Faults {
  /** The API's routes; whoever mounts one adds it. */
  routes: Set<string>
  /** @throws SandboxError `invalid`, saying what fits */
  add(fault: SandboxFault): string
  /** Ends one, or all; one that is over already is no mistake. */
  clear(id?: string): void
  list(): ActiveFault[]
  /** The faults that meet the next request of a route, in the order in which they were added. */
  take(route: string): ActiveFault[]
  reset(): void
}

interface Entry {
  fault: ActiveFault
  chance: () => number
}

/** @param seed with one, a share meets the same requests in every run */
export function createFaults(seed: number | undefined): Faults {
  const entries = new Map<string, Entry>()
  const routes = new Set<string>()
  let added = 0

  function hit({ fault }: Entry): ActiveFault {
    fault.hits += 1
    if (fault.times !== undefined && fault.hits >= fault.times) entries.delete(fault.id)
    return { ...fault }
  }

  return {
    routes,
    add(input) {
      const route = routeOf(input, routes)
      added += 1
      const fault = { ...input, route, id: `fault_${added}`, hits: 0 }
      // Each has numbers of its own, so that one fault does not change whom another one meets.
      entries.set(fault.id, { fault, chance: createChance(seed === undefined ? undefined : seed + added) })
      return fault.id
    },
    clear(id) {
      if (id === undefined) entries.clear()
      else entries.delete(id)
    },
    list: () => [...entries.values()].map(({ fault }) => ({ ...fault })),
    take(route) {
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
    reset() {
      entries.clear()
      added = 0
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
    throw new SandboxError(
      'invalid',
      `There is no route "${route}". Take "*" for all of the API, "hosted" for the hosted page, or one of: ${[...routes].join(', ')}.`,
    )
  }
  const wanted = route === 'hosted' ? 'hosted' : 'api'
  if (side === wanted) return route
  throw new SandboxError(
    'invalid',
    wanted === 'hosted'
      ? `"${kind}" is a fault of the API and does not fit the hosted page. What fits there: ${kindsOf('hosted')}.`
      : `"${kind}" is a fault of the hosted page and does not fit "${route}". What fits there: ${kindsOf('api')}.`,
  )
}
