import type { Observable } from '@nectar-connect/client'

/**
 * Calls back when somebody else is signed in, with the scope of the one before. The first answer changes nothing.
 *
 * @returns ends the subscription
 */
export function onScopeLeft(scope: Observable<string | null>, onLeft: (left: string) => void): () => void {
  let last = scope.get()
  return scope.subscribe(() => {
    const left = last
    last = scope.get()
    if (left !== null && left !== last) onLeft(left)
  })
}
