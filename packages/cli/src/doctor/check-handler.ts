import {
  check,
  connectionsResponse,
  describeSetupProblem,
  docsUrl,
  type HealthResponse,
  healthResponse,
  isErrorCode,
  isProtocolSupported,
  PROTOCOL_HEADER,
  PROTOCOL_VERSION,
  problem,
  readSetupProblem,
} from '@nectar-connect/contract/wire'
import { type CheckContext, type Failure, type Finding, fail, pass, skip } from './check.ts'
import { isOnThisMachine } from './doctor-options.ts'
import type { ProbeResult } from './probe.ts'

type HandlerContext = CheckContext<'handlerUrl'>

function getHealth({ ask, options }: HandlerContext): Promise<ProbeResult> {
  return ask(`${options.handlerUrl}/health`)
}

/** What the handler says of itself; null when it does not answer. */
export async function readHealth(context: HandlerContext): Promise<HealthResponse | null> {
  const answer = await getHealth(context)
  return isOurs(answer) && answer.status === 200 ? check.readAs(healthResponse, answer.json) : null
}

/** That the handler is there, and speaks to today's page. */
export async function checkHandler(context: HandlerContext): Promise<Finding> {
  const { handlerUrl } = context.options
  const [answer, health] = [await getHealth(context), await readHealth(context)]
  if (health === null) {
    const what =
      answer.status === 0 ? 'Your server cannot be reached.' : `There is no handler at ${handlerUrl}.`
    if (problemOf(answer)?.code !== 'not_found') {
      return fail({ what, ...explainAnswer(answer, handlerUrl) })
    }
    return fail({
      what,
      why: 'The handler is asked, and says that it has no such path: it believes to be mounted somewhere else.',
      fix: 'Set createNectarConnect({ basePath }) to the path in --url, as your server sees it.',
    })
  }
  const { protocol, webhooks, lastWebhookAt } = health
  if (!isProtocolSupported(protocol)) {
    return fail({
      what: `Your server speaks protocol ${protocol}, this version of the package ${PROTOCOL_VERSION}.`,
      why: 'A page and a server understand each other when they are one minor version apart at most.',
      fix: 'Install the same version of @nectar-connect/react, @nectar-connect/server and of this command.',
    })
  }
  const told = {
    not_configured: 'webhooks are not set up',
    none_yet: 'no webhook has arrived yet',
    arriving: lastWebhookAt ? `the last webhook came ${lastWebhookAt}` : 'no webhook came since it started',
  }
  return pass(`It answers (protocol ${protocol}); ${told[webhooks]}.`)
}

function getConnections({ ask, options }: HandlerContext, headers: [string, string][] = []) {
  return ask(`${options.handlerUrl}/connections`, { headers })
}

/** That createNectarConnect has what it needs. One finding for each fault that a developing server names. */
export async function checkOptions(context: HandlerContext): Promise<Finding | Finding[]> {
  const answer = await getConnections(context)
  if (problemOf(answer)?.code !== 'not_configured') return pass('The server has what it needs.')
  const faults = setupProblemsOf(answer)
  if (faults.length > 0) return faults.map(fail)
  return fail(describeSetupProblem('not_configured_in_production', { basePath: context.options.handlerUrl }))
}

/** That nobody is told anything without a session. */
export async function checkSignedOut(context: HandlerContext): Promise<Finding> {
  const answer = await getConnections(context)
  const code = problemOf(answer)?.code
  if (code === 'unauthenticated') return pass('Without a session nothing is told (401).')
  if (answer.status === 200 || code === 'company_missing') {
    if (context.options.isSandbox && isOnThisMachine(context.options.handlerUrl)) {
      return skip(
        'Everybody is let in. On the sandbox of your machine that harms nobody; before anybody else can reach the server, let "authorize" return null for a request without a session.',
      )
    }
    return fail({
      what: 'Without any session, somebody is let in.',
      why: '"authorize" answers a user for a request that carries no session: everybody can see and do what that user can.',
      fix: 'Let "authorize" return null unless it found a session in the request.',
    })
  }
  if (code !== 'host_error') return describeOtherAnswer(answer, context)
  // What a server in development says itself is more exact.
  const [fault] = setupProblemsOf(answer)
  return fail({
    what: fault?.what ?? '"authorize" throws when nobody is signed in.',
    why: 'Pages then say that something went wrong, where they should ask to sign in again.',
    fix: fault?.fix ?? 'Let "authorize" return null when there is no session.',
  })
}

/** That somebody is known by their session. */
export async function checkSignedIn(context: HandlerContext): Promise<Finding> {
  const answer = await getConnections(context, context.options.headers)
  const body = answer.status === 200 ? check.readAs(connectionsResponse, answer.json) : null
  if (body !== null) {
    const count = body.connections.length
    return pass(`"authorize" knows the session; ${count} ${count === 1 ? 'connection' : 'connections'}.`)
  }
  if (problemOf(answer)?.code !== 'unauthenticated') return describeOtherAnswer(answer, context)
  return fail({
    what: '"authorize" does not know the session.',
    why: 'It answered null for the headers that --header sends: they are of another origin, have expired, or "authorize" looks for something else.',
    fix: 'Copy the request headers of a signed-in page from the developer tools of a browser. If pages have the same trouble, let "authorize" read what your other routes read.',
  })
}

function describeOtherAnswer(answer: ProbeResult, { options }: HandlerContext): Finding {
  const [fault] = setupProblemsOf(answer)
  const what = 'The handler does not answer as it should.'
  return fail(fault ?? { what, ...explainAnswer(answer, options.handlerUrl) })
}

/** Whether our handler gave this answer, and nothing in front of it. */
export function isOurs({ headers }: ProbeResult): boolean {
  return headers.has(PROTOCOL_HEADER)
}

/** The problem that our handler answered; null when it is none. */
export function problemOf(answer: ProbeResult) {
  return isOurs(answer) ? check.readAs(problem, answer.json) : null
}

/** What a server in development says is wrong with the set-up. */
export function setupProblemsOf(answer: ProbeResult): Failure[] {
  const { code = '', setupProblems = [] } = problemOf(answer) ?? {}
  if (!isErrorCode(code)) return []
  return setupProblems.map((text) => readSetupProblem(code, text))
}

/** What the handler refused, or what answered in its place, and how to fix it. */
export function explainAnswer(answer: ProbeResult, url: string): Omit<Failure, 'what'> {
  const refused = problemOf(answer)
  if (refused !== null) {
    const { code, requestId, title } = refused
    return {
      why: `The handler answers ${answer.status} ${code}. ${title}`,
      fix: `Find ${requestId} in the log of your server: npx nectar-connect trace ${requestId} --log app.log`,
      docs: docsUrl('troubleshooting', code),
    }
  }
  const { status, reason, headers } = answer
  if (status === 0) return { why: reason, fix: 'Start the server, or correct --url.' }
  if (status >= 300 && status < 400) {
    const to = headers.get('location') ?? 'somewhere else'
    return {
      why: `It redirects (${status}) to ${to.replace(/[?#].*$/, '').slice(0, 200)}.`,
      fix: /log-?in|sign-?in|auth/i.test(to)
        ? 'Something signs people in before the handler is asked. Leave the path of the handler out of it: the handler calls "authorize" itself.'
        : 'Give --url the address that answers itself, as pages call it.',
    }
  }
  if (status === 401 || status === 403) {
    return {
      why: `Something in front of the handler answers ${status}.`,
      fix: 'Leave the path of the handler out of your own checks (sign-in, CSRF, firewall): it checks session, origin and signature itself.',
    }
  }
  if (status >= 500) {
    return {
      why: `It answers ${status}, and not by the handler.`,
      fix: 'Read the log of the server and of the proxy in front of it.',
    }
  }
  const isPage = (headers.get('content-type') ?? '').includes('html')
  return {
    why: `${isPage ? 'A page' : 'Something'} that is not the handler answers ${status}.`,
    fix: `Mount the handler at ${new URL(url).pathname}, for every method and every path below it, before whatever answers all other paths.`,
  }
}
