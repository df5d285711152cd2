import type { ConnectionChange } from '@nectar-connect/contract/wire'

export interface ChangeListener {
  onChange(change: ConnectionChange): void
  /** Changes may have been missed, or somebody else may be signed in: read everything again. */
  onReset(): void
  /** A colleague's invitation has changed: read the invitations again. */
  onInvitations?(): void
}

/** The listeners. When one throws, that is reported, and the others are still called. */
export function createChangeListeners(report: (error: unknown) => void) {
  // A listener that subscribes twice has two subscriptions.
  const subscriptions = new Set<{ listener: ChangeListener }>()
  return {
    isEmpty: () => subscriptions.size === 0,
    /** @returns removes it; false when it was gone already */
    add(listener: ChangeListener): () => boolean {
      const subscription = { listener }
      subscriptions.add(subscription)
      return () => subscriptions.delete(subscription)
    },
    notify(say: (listener: ChangeListener) => void) {
      for (const subscription of [...subscriptions]) {
        try {
          if (subscriptions.has(subscription)) say(subscription.listener)
        } catch (error) {
          report(error)
        }
      }
    },
  }
}
