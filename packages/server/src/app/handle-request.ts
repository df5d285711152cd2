import {
  createRequestId,
  describeSetupProblem,
  isProtocolSupported,
  isRequestId,
  PROTOCOL_HEADER,
  REQUEST_ID_HEADER,
  statusOf,
} from '@nectar-connect/contract/wire'
import type { Reconciler } from '../changes/reconciler.ts'
import {
  allowedOrigin,
  authorizeRequest,
  checkOrigin,
  nameScope,
  requireCompany,
  requirePermission,
} from '../http/authorize.ts'
import { readJsonBody, readNoBody } from '../http/body.ts'
import {
  type Answer,
  type Exchange,
  preflightAnswer,
  problemAnswer,
  successAnswer,
  toResponse,
} from '../http/respond.ts'
import { type Match, methodsOf, pickRoute, type Router } from '../http/route.ts'
import type { Log } from '../lib/log.ts'
import { NectarConnectError } from '../lib/nectar-connect-error.ts'
import type { Closing } from '../lib/shared-work.ts'
import type { AuthorizeContext } from '../settings/authorization.ts'
import type { Settings } from '../settings/settings.ts'
import type { Core } from './core.ts'
import { assertConfigured } from './host-calls.ts'
import type { RuntimeCapabilities } from './nectar-connect.ts'
import type { ProcessPresence } from './process-presence.ts'

/** Anybody can cause it, so it contains nothing of the request. */
const STRANGE_ORIGIN =
  'A request that changes something came from an origin that is neither "publicOrigin" nor among "allowedOrigins". While developing, this line says which one.'

interface HandlerDeps extends Pick<Core, 'log' | 'options' | 'settings'> {
  findRoutes: Router
  closing: Closing
  presence: ProcessPresence
  reconciler: Reconciler
  /** Removes secrets from a value, as from a log line. */
  redact: (value: unknown) => unknown
}

interface Arrival {
  request: Request
  runtime: RuntimeCapabilities
  context: AuthorizeContext
}

/** Answers one request. Never rejects. */
export function handleRequest(
  request: Request,
  deps: HandlerDeps,
  runtime: RuntimeCapabilities = {},
  context: AuthorizeContext = { adapter: 'none' },
): Promise<Response> {
  const response = respond({ request, runtime, context }, deps)
  // The browser may leave before the answer, and some runtimes would stop then, while an invitation is being created.
  runtime.waitUntil?.(response)
  return response
}

async function respond(arrival: Arrival, deps: HandlerDeps): Promise<Response> {
  const { request } = arrival
  const { settings } = deps
  const proposed = request.headers.get(REQUEST_ID_HEADER)
  const reference = proposed !== null && isRequestId(proposed) ? proposed : createRequestId()
  const log = deps.log.with({ reference })
  deps.reconciler.startTimer()
  deps.presence.enter()
  const matches = deps.findRoutes(new URL(request.url).pathname)
  const exchange: Exchange = {
    reference,
    scope: null,
    origin: allowedOrigin(request, settings.origins),
    methods: () => methodsOf(matches),
  }
  const answer = await deps.closing
    .track(runPipeline(arrival, matches, exchange, deps, log))
    .catch((thrown) => {
      const route = `${request.method} ${matches[0]?.route.path ?? '(no such route)'}`
      return answerFailure(thrown, route, exchange, deps, log)
    })
  // Only the status is read of it.
  return answer === null ? new Response() : toResponse(answer, exchange, request.method)
}

/** Every request goes through here, in this order. @returns null where a signature stood in for a user */
async function runPipeline(
  { request, runtime, context }: Arrival,
  matches: readonly Match[],
  exchange: Exchange,
  { options, closing, settings }: HandlerDeps,
  log: Log,
): Promise<Answer | null> {
  if (request.method === 'OPTIONS' && matches.length > 0) {
    const isRefused = request.headers.has('origin') && exchange.origin === null
    if (isRefused) throw new NectarConnectError('origin_not_allowed')
    return preflightAnswer(exchange, request.headers.get('access-control-request-headers'))
  }
  closing.requireOpen()
  // A base path that is wrong leads nowhere.
  if (matches.length === 0) assertConfigured(settings, log, 'requests')
  const { route, id } = pickRoute(matches, request.method)
  if (route.access === 'signature') {
    assertConfigured(settings, log, 'calls')
    await route.run({ log, request, runtime })
    return null
  }
  const protocol = request.headers.get(PROTOCOL_HEADER)
  if (protocol !== null && !isProtocolSupported(protocol)) throw new NectarConnectError('client_outdated')
  if (route.access === 'public') return successAnswer(await route.run())
  assertConfigured(settings, log, 'requests')
  checkOrigin(request, settings.origins)
  const session = await authorizeRequest(request, context, options.authorize, log)
  exchange.scope = await nameScope(session)
  const user = requireCompany(session)
  requirePermission(
    route.permissions.some((name) => user.permissions[name]),
    user,
  )
  const kind = route.method === 'POST' ? 'click' : 'read'
  const result = await route.run({
    log: log.for([kind, user.companyId, user.userId]),
    request,
    runtime,
    user,
    id,
    readBody: (schema) => readJsonBody(request, schema),
    readNoBody: () => readNoBody(request),
  })
  return successAnswer(result)
}

function answerFailure(
  thrown: unknown,
  route: string,
  exchange: Exchange,
  { closing, redact, settings }: HandlerDeps,
  log: Log,
): Answer {
  const error = NectarConnectError.isInstance(thrown)
    ? thrown
    : new NectarConnectError('internal_error', { cause: thrown })
  // The faults of the options were logged one by one, each with its fix.
  const { faults, isDevelopment } = settings
  const isExpected = error.code === 'busy' && closing.hasBegun()
  if (!isExpected && (error.code !== 'not_configured' || faults.length === 0)) {
    report(error, route, isDevelopment, log)
  }
  return problemAnswer(error, exchange, describeSetupProblems(error, settings, redact))
}

function report(error: NectarConnectError, route: string, isDevelopment: boolean, log: Log) {
  const { code, message, cause } = error
  const fields = { code, route, ...(cause === undefined ? {} : { cause }) }
  if (code === 'not_configured') return log.once('error', message, fields)
  // Pages ask again and again, and this answer is expected.
  if (code === 'not_implemented') return log.debug(message, fields)
  // Said with the fix, when Nectar refused it.
  if (code === 'nectar_rejected_key') return log.debug(message, fields)
  if (code === 'origin_not_allowed') {
    return log.counted('warn', isDevelopment ? message : STRANGE_ORIGIN, fields)
  }
  if (code === 'busy') return log.warn(message, fields)
  return statusOf(code) >= 500 ? log.error(message, fields) : log.debug(message, fields)
}

/** What is wrong with the host's set-up, each with its fix, for a developer. Empty in production: the log has it. */
export function describeSetupProblems(
  error: NectarConnectError,
  settings: Settings,
  redact: (value: unknown) => unknown,
): string[] {
  if (!settings.isDevelopment) return []
  const problems = [
    ...(error.setupProblems ?? problemsOf(error, settings)),
    ...(error.code === 'not_configured' ? settings.unknownOptions : []),
  ]
  return problems.map((problem) => String(redact(problem)))
}

/** Errors that the host's developer can fix. */
function problemsOf({ code, message, cause }: NectarConnectError, settings: Settings): string[] {
  switch (code) {
    case 'not_configured':
    case 'unauthenticated':
    case 'origin_not_allowed':
    case 'company_missing':
      return [message]
    case 'host_error':
      return [cause === undefined ? message : `${message} What it threw: ${describeThrown(cause)}`]
    case 'mail_not_sent':
      return cause === undefined ? [] : [`${message} What it threw: ${describeThrown(cause)}`]
    case 'nectar_rejected_key':
    case 'nectar_rejected':
    case 'invitation_url_untrusted':
    case 'nectar_unavailable': {
      // An answer that says so is a passing problem of Nectar's.
      if (code === 'nectar_unavailable' && cause === undefined) return []
      const { origin: apiOrigin } = new URL(settings.apiBase)
      const { what, fix } = describeSetupProblem(code, { apiOrigin, hostedOrigin: settings.hostedOrigin })
      return [`${what} ${fix}`]
    }
    default:
      return []
  }
}

/** Up to this many characters of what a function of the host threw are shown. */
const SHOWN_LENGTH = 300

function describeThrown(thrown: unknown): string {
  if (typeof thrown === 'string') return thrown.slice(0, SHOWN_LENGTH)
  return thrown instanceof Error ? `${thrown.name}: ${thrown.message}`.slice(0, SHOWN_LENGTH) : typeof thrown
}
