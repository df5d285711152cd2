import type { ConnectClient } from '../connect-client.ts'
import { createStore } from '../lib/store.ts'
import { openScopeChannel, type StreamPlatform, takeSeat } from '../platform/other-tabs.ts'
import { browserPlatform } from '../platform/platform.ts'
import { type ChangeStream, createChangeStream, type LiveState, type StreamClient } from './change-stream.ts'

/**
 * Shares a stream among all clients of a page that read the same base path, such as one for each provider. One of them
 * opens it. The others get its changes if they are for the same user and company; if not, they poll.
 */
export function createPageLine(
  basePath: string,
  platform: StreamPlatform = { ...browserPlatform(), takeSeat, openScopeChannel },
) {
  const scope = createStore<string | null>(null)
  const isSettled = createStore(true)
  const members = new Set<StreamClient>()
  let opener: StreamClient | null = null
  let endFollowing = () => {}
  const current: StreamClient = {
    basePath,
    scope,
    isSettled,
    openChanges(cursor, signal) {
      if (opener === null) return Promise.reject(signal.reason)
      return opener.openChanges(cursor, signal)
    },
    // What others listed may be older.
    async listCursor() {
      return members.size === 1 && opener !== null ? opener.listCursor() : null
    },
  }
  let changes = createChangeStream(current, platform)

  /** A client whose scope is known opens the stream, and keeps it for as long as it is there. */
  function choose() {
    const isKnown = (client: StreamClient) => client.scope.get() !== null
    if (opener !== null && members.has(opener) && isKnown(opener)) return
    const [first] = members
    const next = [...members].find(isKnown) ?? first
    if (next === undefined || next === opener) return
    endFollowing()
    opener = next
    endFollowing = follow(next)
  }

  function follow(client: StreamClient): () => void {
    const copy = () => {
      isSettled.set(client.isSettled.get())
      scope.set(client.scope.get())
    }
    copy()
    const ends = [client.isSettled.subscribe(copy), client.scope.subscribe(copy)]
    return () => ends.forEach((end) => void end())
  }

  /** The stream as one client sees it. */
  function join(client: StreamClient): ChangeStream {
    const state = createStore<LiveState>('off')
    let listening = 0
    let endWatching = () => {}
    const isForThem = () => client.scope.get() !== null && client.scope.get() === scope.get()

    function adjust() {
      const line = listening === 0 ? 'off' : changes.state.get()
      state.set(line === 'streaming' && !isForThem() ? 'polling' : line)
    }

    function enter() {
      // If the only client from before goes on, the stream resumes where it stopped; otherwise it starts again.
      if (members.size === 0 && opener !== client) changes = createChangeStream(current, platform)
      members.add(client)
      choose()
      const ends = [
        client.scope.subscribe(choose),
        ...[client.scope, scope, changes.state].map((source) => source.subscribe(adjust)),
      ]
      endWatching = () => ends.forEach((end) => void end())
    }

    function leave() {
      endWatching()
      members.delete(client)
      choose()
    }

    return {
      state,
      subscribe(listener) {
        if (listening++ === 0) enter()
        let hasMissed = false
        const ends = [
          changes.subscribe({
            onChange(change) {
              if (isForThem()) listener.onChange(change)
              else hasMissed = true
            },
            onReset: () => listener.onReset(),
            onInvitations: () => listener.onInvitations?.(),
          }),
          // The read that finds out who is signed in may be older than changes that came in the meantime.
          client.scope.subscribe(() => {
            if (!hasMissed || !isForThem()) return
            hasMissed = false
            listener.onReset()
          }),
        ]
        adjust()
        let isOver = false
        return () => {
          if (isOver) return
          isOver = true
          for (const end of ends) end()
          if (--listening === 0) leave()
          adjust()
        }
      },
    }
  }

  return { join }
}

const lines = new Map<string, ReturnType<typeof createPageLine>>()

/** The changes of a client, over the one stream that this page has for its base path. */
export function joinPageLine(client: ConnectClient): ChangeStream {
  const line = lines.get(client.basePath) ?? createPageLine(client.basePath)
  lines.set(client.basePath, line)
  return line.join(client)
}
