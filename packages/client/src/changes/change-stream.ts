import {
  CHANGE_STREAM_EVENTS,
  changeStreamCursor,
  check,
  connectionChange,
} from '@nectar-connect/contract/wire'
import type { ConnectClient } from '../connect-client.ts'
import { ConnectError } from '../lib/connect-error.ts'
import { createStore, type ReadableStore } from '../lib/store.ts'
import type { StreamPlatform } from '../platform/other-tabs.ts'
import { type ChangeListener, createChangeListeners } from './change-listeners.ts'
import { decideReconnect } from './decide-reconnect.ts'
import { isGoodbyeForAll, readEvents, type ServerEvent } from './read-events.ts'

/** What the stream needs of the client. */
export type StreamClient = Pick<
  ConnectClient,
  'basePath' | 'openChanges' | 'listCursor' | 'scope' | 'isSettled'
>

/** How changes reach this page. */
export type LiveState =
  /** Nobody listens, or the page is hidden. */
  | 'off'
  /** Connecting. */
  | 'connecting'
  /** Changes arrive at once. */
  | 'streaming'
  /** The stream does not get through: the page asks now and then. */
  | 'polling'

export interface ChangeStream {
  readonly state: ReadableStore<LiveState>
  /** Open for as long as somebody listens and the page is visible. @returns ends the subscription */
  subscribe(listener: ChangeListener): () => void
}

/** After so long without listeners, changes from that time are skipped. In milliseconds. */
const FORGET_MS = 60_000

/** Before it is asked again whether there is room for a stream. In milliseconds. */
const SEAT_MS = 30_000

/** The server sends a sign of life every 15 s. After a longer absence the stream may be dead. */
const SUSPICIOUS_MS = 20_000

/**
 * One stream of changes for a page, resumed where it stopped. It never gives up for good: while it does not get
 * through, it says `polling`, and tries again now and then.
 *
 * @example
 * const changes = createChangeStream(client, browserPlatform())
 * const end = changes.subscribe({ onChange: ({ to }) => console.log(to), onReset: () => location.reload() })
 */
export function createChangeStream(client: StreamClient, platform: StreamPlatform): ChangeStream {
  const state = createStore<LiveState>('off')
  const listeners = createChangeListeners(platform.report)
  /** Where to go on, and whose changes these are; before any were heard, from the list that was read. Null: from now on. */
  let place: { cursor: string; scope: string | null } | 'list' | null = 'list'
  let attempt: AbortController | null = null
  let pause: { cancel: () => void; mayHurry: boolean } | null = null
  let failures = 0
  let isTroubled = false
  /** The server said goodbye. The state stays `streaming`. */
  let isResuming = false
  let heardAt = 0
  let endWorld: (() => void) | null = null
  let cancelForgetting = () => {}

  function adjust() {
    if (listeners.isEmpty() || !platform.isVisible()) return rest()
    if (attempt !== null) return
    if (!isResuming) state.set(isTroubled ? 'polling' : 'connecting')
    // The lists are read first, and say who is signed in. While servers disagree on that, nothing is opened.
    const mayConnect = client.scope.get() !== null && client.isSettled.get()
    if (pause === null && mayConnect) void connect()
  }

  function rest() {
    isResuming = false
    letGo()
    if (pause?.mayHurry) endPause()
    state.set('off')
  }

  function letGo() {
    attempt?.abort()
    attempt = null
  }

  function endPause() {
    pause?.cancel()
    pause = null
  }

  async function connect() {
    const mine = new AbortController()
    attempt = mine
    heardAt = platform.now()
    const leave = await platform.takeSeat()
    const isWanted = attempt === mine
    const ending = isWanted && leave !== null ? await run(mine) : null
    leave?.()
    if (attempt !== mine) return
    letGo()
    if (ending === null) return standBack()
    const verdict = decideReconnect(ending, failures, platform.random())
    failures = verdict.failures
    isTroubled = verdict.isTroubled
    isResuming = ending.cause === null && !isTroubled
    if (verdict.delayMs > 0) wait(verdict.delayMs, verdict.mayHurry)
    adjust()
  }

  /** Other tabs use all the streams that are allowed. */
  function standBack() {
    isTroubled = true
    isResuming = false
    wait(SEAT_MS, true)
    adjust()
  }

  function wait(delayMs: number, mayHurry: boolean) {
    const cancel = platform.setTimer(() => {
      pause = null
      adjust()
    }, delayMs)
    pause = { cancel, mayHurry }
  }

  async function run(mine: AbortController) {
    const from = await findPlace()
    let readyAt: number | null = null
    let isForAll = false
    const livedMs = () => (readyAt === null ? null : platform.now() - readyAt)
    try {
      for await (const event of readEvents(client, platform, from, mine)) {
        if (attempt !== mine) break
        heardAt = platform.now()
        if (event.name === CHANGE_STREAM_EVENTS.end) {
          isForAll = isGoodbyeForAll(event)
          break
        }
        take(event, from === null)
        readyAt ??= heardAt
      }
      return { cause: null, livedMs: livedMs(), isForAll }
    } catch (cause) {
      return { cause, livedMs: livedMs(), isForAll }
    }
  }

  async function findPlace(): Promise<string | null> {
    if (place === 'list') return client.listCursor()
    return place?.scope === client.scope.get() ? place.cursor : null
  }

  /** @param isFresh the stream was asked to start now: what was read before may be older than that */
  function take({ name, id, data }: ServerEvent, isFresh: boolean) {
    switch (name) {
      case CHANGE_STREAM_EVENTS.ready:
      case CHANGE_STREAM_EVENTS.reset: {
        const start = check.readAs(changeStreamCursor, data)
        if (start === null) throw new ConnectError('invalid_response')
        const isFirst = place === 'list'
        moveTo(start.cursor)
        isTroubled = false
        isResuming = false
        state.set('streaming')
        if (isFresh || name === CHANGE_STREAM_EVENTS.reset) listeners.notify((listener) => listener.onReset())
        // No cursor tells what became of invitations since they were read.
        else if (isFirst) listeners.notify((listener) => listener.onInvitations?.())
        return
      }
      case CHANGE_STREAM_EVENTS.change: {
        const change = check.readAs(connectionChange, data)
        if (id !== null) moveTo(id)
        // A newer server may write it in another format: then everything is read again.
        if (change !== null) listeners.notify((listener) => listener.onChange(change))
        else listeners.notify((listener) => listener.onReset())
        return
      }
      case CHANGE_STREAM_EVENTS.invitations:
        listeners.notify((listener) => listener.onInvitations?.())
    }
  }

  function moveTo(cursor: string) {
    place = { cursor, scope: client.scope.get() }
  }

  function wake() {
    if (pause?.mayHurry) endPause()
    if (attempt !== null && platform.now() - heardAt > SUSPICIOUS_MS) letGo()
    adjust()
  }

  /** Another user's changes are neither resumed nor shown. */
  function startOver() {
    place = 'list'
    failures = 0
    isTroubled = false
    isResuming = false
    letGo()
    endPause()
    adjust()
  }

  function watchWorld(): () => void {
    let last = client.scope.get()
    const tabs = platform.openScopeChannel(client.basePath, (scope) => {
      if (last !== null && scope !== last) listeners.notify((listener) => listener.onReset())
    })
    const noteScope = () => last !== null && tabs.announce(last)
    noteScope()
    const ends = [
      tabs.close,
      platform.onWake(wake),
      client.scope.subscribe(() => {
        const isOther = last !== null
        last = client.scope.get()
        noteScope()
        if (isOther) startOver()
        else adjust()
      }),
      client.isSettled.subscribe(adjust),
    ]
    return () => ends.forEach((end) => void end())
  }

  return {
    state,
    subscribe(listener) {
      const remove = listeners.add(listener)
      cancelForgetting()
      endWorld ??= watchWorld()
      adjust()
      return () => {
        if (!remove()) return
        adjust()
        if (!listeners.isEmpty()) return
        endWorld?.()
        endWorld = null
        cancelForgetting = platform.setTimer(() => {
          place = null
        }, FORGET_MS)
      }
    },
  }
}
