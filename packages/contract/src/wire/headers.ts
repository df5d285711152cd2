/** Version of the protocol between our browser side and our server side, `major.minor`. */
export const PROTOCOL_VERSION = '1.0'

/** Both sides send it; see `isProtocolSupported`. */
export const PROTOCOL_HEADER = 'nectar-connect-protocol'

/** Answers carry it: an opaque name for user and company. When it changes, the browser drops what it keeps. */
export const SCOPE_HEADER = 'nectar-connect-scope'

/** Requests may propose it, answers carry it: the reference that error screens show and logs contain. */
export const REQUEST_ID_HEADER = 'nectar-connect-reference'

/** Whether `theirs` can talk to `ours`: the same major, and at most one minor apart, for deploys that roll. */
export function isProtocolSupported(theirs: string, ours: string = PROTOCOL_VERSION): boolean {
  const match = /^(\d{1,4})\.(\d{1,4})$/.exec(theirs)
  const own = /^(\d+)\.(\d+)$/.exec(ours)
  if (!match || !own) return false
  return match[1] === own[1] && Math.abs(Number(match[2]) - Number(own[2])) <= 1
}
