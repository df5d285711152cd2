import type { ConnectError } from '../lib/connect-error.ts'

/** What may be a problem of the host's set-up. */
export type SetupProblem =
  | RefusedCall
  /** `fetch` itself failed. */
  | { kind: 'unreachable'; call: HintedCall; error: ConnectError }
  /** The head of the stream came, and nothing after it. */
  | { kind: 'stream_held_back' }
  /** A policy keeps Nectar's page out. */
  | { kind: 'frame_blocked'; origin: string; error: ConnectError }
  /** A component is on screen, styled or not. */
  | { kind: 'shown'; root: Element }

/** An unexpected answer. */
export interface RefusedCall {
  kind: 'refused'
  call: HintedCall
  response: Pick<Response, 'status' | 'redirected' | 'headers'>
  error: ConnectError
}

/** A call to the backend, as far as it matters here. */
export interface HintedCall {
  basePath: string
  /** Below the base path. */
  path: string
  credentials: RequestCredentials
  /** Whether the host signs people in by a header. */
  isTokenSent: boolean
}
