import type { ConnectionChange } from '@nectar-connect/contract/wire'

export interface ChangeListener {
  onChange(change: ConnectionChange): void
  /** Changes may have been missed, or somebody else may be signed in: what is known has to be read anew. */
  onReset(): void
  /** Something became of an invitation that a colleague was sent: they have to be read anew. */
  onInvitations?(): void
}

/**
 * Those who listen. One that throws takes nothing from the others, and does not stop the stream.
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
      // Each subscription is one of its own, also of a listener that subscribes twice.
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
