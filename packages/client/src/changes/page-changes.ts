import type { ConnectClient } from '../connect-client.ts'
import { createStore } from '../lib/store.ts'
import type { ChangeStream, LiveState } from './change-stream.ts'

/**
 * The changes of a client. The code that reads them is loaded when somebody listens; where it cannot be had, the page
 * asks now and then, and whoever listens next tries again.
 */
export function pageChanges(client: ConnectClient): ChangeStream {
  const state = createStore<LiveState>('off')
  let line: ChangeStream | null = null
  let listening = 0

  async function join(): Promise<ChangeStream> {
    const { joinPageLine } = await import('./page-line.ts')
    if (line) return line
    const joined = joinPageLine(client)
    joined.state.subscribe(() => state.set(joined.state.get()))
    line = joined
    return joined
  }

  return {
    state,
    subscribe(listener) {
      let isOver = false
      let end = () => {}
      listening++
      if (line) end = line.subscribe(listener)
      else {
        state.set('connecting')
        join().then(
          (joined) => {
            if (!isOver) end = joined.subscribe(listener)
          },
          () => state.set(listening > 0 ? 'polling' : 'off'),
        )
      }
      return () => {
        if (isOver) return
        isOver = true
        end()
        if (--listening === 0) state.set('off')
      }
    },
  }
}
