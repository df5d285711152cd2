import type { ReadableStore } from '@nectar-connect/client'

/**
 * Calls back when somebody else is signed in, with the scope of the one before. The first answer changes nothing.
 *
 * @returns ends the subscription
 */
export function onScopeChange(
  scope: ReadableStore<string | null>,
  onLeft: (left: string) => void,
): () => void {
  let last = scope.get()
  return scope.subscribe(() => {
    const left = last
    last = scope.get()
    if (left !== null && left !== last) onLeft(left)
  })
}
