import type { ErrorCode } from '@nectar-connect/contract/wire'

/** What a page finds out by itself, for developers. What a server refused, its problem says. */
const MESSAGES: Partial<Record<ErrorCode, string>> = {
  unauthenticated: 'Nobody is signed in.',
  rate_limited: 'Too many requests. Wait, then try again.',
  internal_error: 'Something went wrong.',
  host_error: 'A function of the host threw. The cause says which.',
  network: 'The server could not be reached.',
  invalid_response:
    'The answer did not come from a Nectar Connect handler. Is it mounted at this base path, and is the base path right?',
  invitation_stale:
    'The server answered an invitation that is over, or a renewal that lasts no longer than the one before. Is an answer kept somewhere in between, or the life in "invitationPolicy" too short?',
  frame_refused: 'The page that should be shown is not one that may be framed here.',
  frame_blocked: 'A Content-Security-Policy keeps the frame out. Add the hosted page to "frame-src".',
  frame_timeout: 'The page in the frame did not load in time.',
}

/** Bundlers put a text in its place, and leave out what a production bundle never runs; some pages have no bundler. */
declare const process: { env: { NODE_ENV?: string } }

let messages: typeof MESSAGES = {}
try {
  if (process.env.NODE_ENV !== 'production') messages = MESSAGES
} catch {
  // No bundler and no Node: this may be a production page.
}

/** What an error means, for developers. In a production bundle it is the code, and none of the words are there. */
export function describeError(code: ErrorCode): string {
  return messages[code] ?? code
}
