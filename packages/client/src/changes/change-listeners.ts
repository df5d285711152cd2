import type { ConnectionChange } from '@nectar-connect/contract/wire'

export interface ChangeListener {
  onChange(change: ConnectionChange): void
  /** Changes may have been missed, or somebody else may be signed in: read everything again. */
  onReset(): void
  /** A colleague's invitation has changed: read the invitations again. */
  onInvitations?(): void
}

/**
 * The listeners. When one throws, the others are still called, and the stream goes on.
 *
 * @param report takes what a listener threw
 */
export function createChangeListeners(report: (error: unknown) => void) {
  const listeners = new Set<ChangeListener>()

  function notify(say: (listener: ChangeListener) => void) {
    for (const listener of [...listeners]) {
      try {
        if (listeners.has(listener)) say(listener)
      } catch (error) {
        report(error)
      }
    }
  }

  return {
    isEmpty: () => listeners.size === 0,
    /** @returns removes it; false when it was gone already */
    add(listener: ChangeListener): () => boolean {
      // A listener that subscribes twice has two subscriptions.
      const mine: ChangeListener = {
        onChange: (change) => listener.onChange(change),
        onReset: () => listener.onReset(),
        onInvitations: () => listener.onInvitations?.(),
      }
      listeners.add(mine)
      return () => listeners.delete(mine)
    },
    change: (change: ConnectionChange) => notify((listener) => listener.onChange(change)),
    reset: () => notify((listener) => listener.onReset()),
    invitations: () => notify((listener) => listener.onInvitations?.()),
  }
}
