import { describeSetupProblem, UNNAMED_SETUP_PROBLEM, whyOfFault } from '@nectar-connect/contract/wire'
import type { Explanation } from './explanation.ts'
import { isCrossOrigin } from './is-elsewhere.ts'
import type { RefusedCall } from './setup-problem.ts'

/** What an answer says about the host's set-up; nothing if it may be an ordinary failure. */
export function describeRefusedCall(refused: RefusedCall): Explanation[] {
  const { call, error } = refused
  const { basePath } = call
  if (error.setupProblems.length > 0) {
    return error.setupProblems.map((fault) => ({
      ...describeSetupProblem(error.code, fault),
      section: error.code,
    }))
  }
  switch (error.code) {
    case 'invalid_response':
      return [describeUnexpectedResponder(refused)]
    case 'not_found':
      // The list always exists. Anything else may be gone, or unknown to this server.
      return call.path === '/connections' ? [describeOtherBase(basePath)] : []
    case 'unauthenticated':
      return areCookiesKept(call) ? [describeKeptCookies(call)] : []
    case 'origin_not_allowed':
      return [
        {
          what: `The server at ${basePath} refused a request: it does not know the origin ${location.origin}.`,
          why: whyOfFault(error.code),
          fix: `Pass createNectarConnect({ publicOrigin: '${location.origin}', … }), or name it among "allowedOrigins" when the API lives elsewhere.`,
          section: error.code,
        },
      ]
    case 'not_configured':
      return [
        {
          what: `The server at ${basePath} refused a request: it is not fully configured.`,
          ...UNNAMED_SETUP_PROBLEM,
          section: error.code,
        },
      ]
    default:
      return []
  }
}

/** Something other than the handler answered. */
function describeUnexpectedResponder({ call: { basePath }, response }: RefusedCall): Explanation {
  const { status, redirected, headers } = response
  const type = headers.get('content-type')?.split(';')[0] ?? 'nothing that says what it is'
  const fix = `Mount nectar.handler at ${new URL(basePath, location.href).pathname} for every method and every path below it, in front of anything that answers all paths. If it is mounted elsewhere, say where: <NectarConnectProvider basePath="…">.`
  return {
    what: `A request below ${basePath} was not answered by the Nectar Connect handler, but with ${status} ${type}.`,
    why: redirected
      ? 'The request was redirected, to a sign-in page perhaps: a middleware in front of the handler guards its path.'
      : status === 404
        ? 'Nothing is mounted there: the base path is wrong, or the handler is not mounted.'
        : 'Something answers every path that it does not know, as the server of a single-page app does.',
    fix: redirected
      ? `Leave ${basePath} out of that middleware: the handler calls "authorize" itself, and answers 401.`
      : fix,
    section: 'invalid_response',
  }
}

function describeOtherBase(basePath: string): Explanation {
  return {
    what: `The handler answers below ${basePath}, and knows none of its own paths there.`,
    why: 'It is mounted there, but its own "basePath" is another one; or the framework took the beginning of the path away before the handler saw it.',
    fix: 'Give createNectarConnect({ basePath }) the path as the handler sees it, and <NectarConnectProvider basePath> the path as browsers see it.',
    section: 'not_found',
  }
}

function areCookiesKept({ basePath, credentials, isTokenSent }: RefusedCall['call']): boolean {
  if (isTokenSent) return false
  return credentials === 'omit' || isCrossOrigin(basePath)
}

function describeKeptCookies({ basePath, credentials }: RefusedCall['call']): Explanation {
  const isSent = credentials === 'include'
  return {
    what: `${basePath} answered that nobody is signed in, and this page may have sent no cookie.`,
    why: isSent
      ? 'The handler lives on another origin. A cookie goes there only when it is SameSite=None and Secure, or when both share a site; Safari keeps third-party cookies back whatever they say.'
      : `The provider says credentials="${credentials}", so the browser sends none there.`,
    fix: isSent
      ? 'Serve the API from the site of the page (app.example.com and api.example.com share one), or use bearer tokens: <NectarConnectProvider headers={() => ({ authorization: bearer(token) })}>.'
      : 'Leave "credentials" out, or set it to "include".',
    section: 'unauthenticated',
  }
}
