import type { ErrorCode } from './errors.ts'

/** Something that is wrong with the host's set-up, for whoever has to mend it. */
export interface SetupProblemDescription {
  what: string
  why: string
  fix: string
}

/**
 * One of the faults that a development server names with a problem: its first sentence says what is wrong, the others
 * how to mend it.
 *
 * @example describeSetupProblem('not_configured', '"apiKey" is missing. Set NECTAR_API_KEY.')
 */
export function describeSetupProblem(code: ErrorCode, fault: string): SetupProblemDescription {
  const end = fault.indexOf('. ') + 1
  return {
    what: end === 0 ? fault : fault.slice(0, end),
    why: whyOfFault(code),
    fix: end === 0 ? 'The log of the server has more about it.' : fault.slice(end).trimStart(),
  }
}

/** A server that counts as production names no fault. */
export const UNNAMED_SETUP_PROBLEM = {
  why: 'An option of createNectarConnect is missing or wrong. This server counts as production and does not say which.',
  fix: 'Read its log: it names each one with the fix.',
}

/** Why a request was refused, where the set-up is to blame. */
export function whyOfFault(code: ErrorCode): string {
  switch (code) {
    case 'origin_not_allowed':
      return 'Requests that change something are taken from the origins that the host names. Behind a proxy the server cannot know its own.'
    case 'host_error':
      return 'A function of the host threw, or returned what cannot be used.'
    case 'company_missing':
      return '"authorize" answered companyId: null for the organization of whoever is signed in.'
    case 'nectar_rejected_key':
      return 'The key is not active, or it belongs to the other environment.'
    case 'nectar_rejected':
      return 'The company is not visible to this key (another environment, a made-up id), or a value of "invitationPolicy" is wrong.'
    case 'invitation_url_untrusted':
      return 'A page that lives elsewhere may be anybody’s, so it is not shown.'
    case 'nectar_unavailable':
      return 'Nobody listens there, or something on the way broke the connection off.'
    default:
      return 'The handler was not given what it needs.'
  }
}
