import { createStore, type ReadableStore } from '@nectar-connect/client'
import type { StatusGroup } from '@nectar-connect/contract/wire'
import type { ConnectEnvironment } from './use-environment.ts'

/** A connection as it is told of. */
export interface Announcement {
  id: string
  name: string
  word: string
  group: StatusGroup
}

/** What several places on a page that show connections have to say, said by one of them. */
export interface StatusAnnouncements {
  /** What changed, in one go; empty between two. */
  readonly current: ReadableStore<readonly Announcement[]>
  /** The place whose live region speaks. */
  readonly speaker: ReadableStore<object | null>
  enter(place: object): void
  /** What a place shows now. What it shows for the first time is no news. */
  show(place: object, connections: readonly Announcement[]): void
  leave(place: object): void
}

/** Changes that come together are told together. In milliseconds. */
const GATHER_MS = 1_000
/** Changes that keep coming are told now and then. In milliseconds. */
const LONGEST_GATHER_MS = 5_000

export function createStatusNews(): StatusAnnouncements {
  const current = createStore<readonly Announcement[]>([])
  const speaker = createStore<object | null>(null)
  const places = new Set<object>()
  const known = new Map<string, { told: Announcement; places: Set<object> }>()
  const pending = new Map<string, { before: string; told: Announcement }>()
  let timer: ReturnType<typeof setTimeout> | undefined
  let startedAt: number | null = null

  function gather() {
    // Emptied first, so that the same words are read out again when they are true again.
    current.set([])
    startedAt ??= Date.now()
    if (timer !== undefined && Date.now() - startedAt > LONGEST_GATHER_MS) return
    clearTimeout(timer)
    timer = setTimeout(announce, GATHER_MS)
  }

  function announce() {
    timer = undefined
    startedAt = null
    // One that is back where it was is no news.
    const news = [...pending.values()].filter(({ before, told }) => before !== told.word)
    pending.clear()
    current.set(news.map(({ told }) => told))
  }

  function forget(place: object, isKept: (id: string) => boolean) {
    for (const [id, entry] of known) {
      if (isKept(id) || !entry.places.delete(place) || entry.places.size > 0) continue
      known.delete(id)
      pending.delete(id)
    }
    // Nothing stays to be read out of what nobody shows, least of all after somebody else signed in.
    if (current.get().some(({ id }) => !known.has(id))) current.set([])
  }

  return {
    current,
    speaker,
    enter(place) {
      places.add(place)
      if (speaker.get() === null) speaker.set(place)
    },
    show(place, connections) {
      let isNews = false
      for (const told of connections) {
        const entry = known.get(told.id)
        known.set(told.id, { told, places: (entry?.places ?? new Set()).add(place) })
        if (!entry || entry.told.word === told.word) continue
        pending.set(told.id, { before: pending.get(told.id)?.before ?? entry.told.word, told })
        isNews = true
      }
      const shown = new Set(connections.map(({ id }) => id))
      forget(place, (id) => shown.has(id))
      if (isNews) gather()
    },
    leave(place) {
      places.delete(place)
      forget(place, () => false)
      if (speaker.get() === place) speaker.set([...places][0] ?? null)
      if (places.size > 0) return
      clearTimeout(timer)
      timer = undefined
      startedAt = null
      current.set([])
    },
  }
}

const ofEnvironment = new WeakMap<ConnectEnvironment, StatusAnnouncements>()

/** One for all components that share an environment: nothing is said twice. */
export function statusNewsOf(environment: ConnectEnvironment): StatusAnnouncements {
  const known = ofEnvironment.get(environment)
  if (known) return known
  const made = createStatusNews()
  ofEnvironment.set(environment, made)
  return made
}
