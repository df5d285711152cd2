import type { SetupProblemDescription } from '@nectar-connect/contract/wire'
import type { ConnectError } from '../lib/connect-error.ts'

/** A problem in words. */
export interface Explanation extends SetupProblemDescription {
  /** The section of docs/troubleshooting.md: the error code; null: the page. */
  section: string | null
}

const kept = new WeakMap<ConnectError, readonly Explanation[]>()

/** @see explanationsOf */
export function keepExplanations(error: ConnectError, explanations: readonly Explanation[]): void {
  kept.set(error, explanations)
}

/** What is known about the host's set-up behind an error. Only for code that no production bundle has. */
export function explanationsOf(error: ConnectError): readonly Explanation[] {
  return kept.get(error) ?? []
}

/** Where the docs say more. */
export function docsOf({ section }: Explanation): string {
  return `docs/troubleshooting.md${section === null ? '' : `#${section}`}`
}
