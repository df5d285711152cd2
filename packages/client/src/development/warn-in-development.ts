import type { ConnectError } from '../lib/connect-error.ts'
import { explainSetupProblem } from './explain-setup-problem.ts'

/** A call to the backend, as far as it matters here. */
export interface DescribedCall {
  basePath: string
  /** Below the base path. */
  path: string
  credentials: RequestCredentials
  /** Whether the host signs people in by a header. */
  isTokenSent: boolean
}

/** An unexpected answer. */
export interface RefusedCall {
  kind: 'refused'
  call: DescribedCall
  response: Pick<Response, 'status' | 'redirected' | 'headers'>
  error: ConnectError
}

/** What may be a problem of the host's set-up. */
export type Suspicion =
  | RefusedCall
  /** `fetch` itself failed. */
  | { kind: 'unreachable'; call: DescribedCall; error: ConnectError }
  /** The head of the stream came, and nothing after it. */
  | { kind: 'stream_held_back' }
  /** A policy keeps Nectar's page out. */
  | { kind: 'frame_blocked'; hostedOrigin: string; error: ConnectError }
  /** The server does not fill in all of the prefill, and says why. */
  | { kind: 'prefill_ignored'; texts: readonly string[] }
  /** A component is on screen, styled or not. */
  | { kind: 'shown'; root: Element }

/** Bundlers put a text in its place, and leave out what a production bundle never runs; some pages have no bundler. */
declare const process: { env: { NODE_ENV?: string } }

let explain: (suspicion: Suspicion) => void = () => {}
try {
  if (process.env.NODE_ENV !== 'production') explain = explainSetupProblem
} catch {
  // No bundler and no Node: this may be a production page.
}

/**
 * Warns the developer of the host about a problem of its set-up: what, why, the fix, and where to read on. Once
 * each in the console, and on the screen that it leads to. In a production bundle it does nothing, and none of the words are there.
 *
 * @example warnInDevelopment({ kind: 'frame_blocked', hostedOrigin: 'https://dash.nectarclimate.com', error })
 */
export function warnInDevelopment(suspicion: Suspicion): void {
  explain(suspicion)
}
