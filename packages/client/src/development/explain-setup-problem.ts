import {
  describeSetupProblem,
  readSetupProblem,
  type SetupProblem,
  type SetupProblemName,
} from '@nectar-connect/contract/wire'
import type { ConnectError } from '../lib/connect-error.ts'
import type { RefusedCall, Suspicion } from './warn-in-development.ts'

/** A style sheet may load after the component that it styles: so much later, in milliseconds. */
const STYLED_MS = 2_000
/** Our style sheet sets it, whatever the theme; no host does. */
const STYLED_TOKEN = '--nc-space-1'

const said = new Set<string>()
/** On the error: whoever shows it may be of another copy of this package. */
const KEPT = Symbol.for('nectar-connect.setup-problems')

/** What is known about the host's set-up behind an error. Only for code that no production bundle has. */
export function setupProblemsBehind(error: ConnectError): readonly SetupProblem[] {
  return (error as { [KEPT]?: readonly SetupProblem[] })[KEPT] ?? []
}

/** Writes a problem to the console, once, and keeps it for the screen that shows the failure. */
export function explainSetupProblem(suspicion: Suspicion): void {
  // Only a page has a developer in front of it, and an origin.
  if (typeof location === 'undefined') return
  if (suspicion.kind === 'shown') setTimeout(() => explain(suspicion), STYLED_MS)
  else explain(suspicion)
}

function explain(suspicion: Suspicion) {
  const problems = findProblems(suspicion)
  if ('error' in suspicion)
    Object.defineProperty(suspicion.error, KEPT, { value: problems, configurable: true })
  for (const { what, why, fix, docs } of problems) {
    const text = `[nectar-connect] ${what}\n  Why: ${why}\n  Fix: ${fix}\n  More: ${docs}\n  (Development builds only.)`
    // The same problem shows in every call.
    if (said.has(text)) continue
    said.add(text)
    console.warn(text)
  }
}

function findProblems(suspicion: Suspicion): SetupProblem[] {
  if (suspicion.kind === 'prefill_ignored') {
    return suspicion.texts.map((text) => readSetupProblem(suspicion.kind, text))
  }
  const told = 'error' in suspicion ? readTold(suspicion.error) : []
  // A cookie that was kept back is what a server cannot know of.
  const isExplained = told.length > 0 && 'error' in suspicion && suspicion.error.code !== 'unauthenticated'
  const name = isExplained ? null : nameProblem(suspicion)
  return [...(name === null ? [] : [describeSetupProblem(name, detailsOf(suspicion))]), ...told]
}

/** What a server in development says itself. */
function readTold({ code, setupProblems }: ConnectError): SetupProblem[] {
  return setupProblems.map((text) => readSetupProblem(code, text))
}

/** Null: it may be an ordinary failure. */
function nameProblem(suspicion: Suspicion): SetupProblemName | null {
  switch (suspicion.kind) {
    case 'refused':
      return nameRefusal(suspicion)
    case 'unreachable': {
      const { call, error } = suspicion
      const isBlocked = error.cause instanceof TypeError && isCrossOrigin(call.basePath) && navigator.onLine
      return isBlocked ? 'unreachable' : null
    }
    case 'shown': {
      const { root } = suspicion
      // In tests without a browser nothing is drawn, and the page may be gone by now.
      if (typeof getComputedStyle === 'undefined' || root.getClientRects().length === 0) return null
      return getComputedStyle(root).getPropertyValue(STYLED_TOKEN) === '' ? 'unstyled' : null
    }
    default:
      return suspicion.kind
  }
}

function nameRefusal({ call, response, error }: RefusedCall): SetupProblemName | null {
  switch (error.code) {
    case 'invalid_response':
      if (response.status >= 500) return 'server_failed'
      return response.redirected ? 'redirected' : 'not_mounted'
    case 'not_found':
      // The list always exists. Anything else may be gone, or unknown to this server.
      return call.path === '/connections' ? 'mounted_elsewhere' : null
    case 'unauthenticated':
      if (call.isTokenSent || (call.credentials !== 'omit' && !isCrossOrigin(call.basePath))) return null
      return call.credentials === 'include' ? 'cookies_blocked' : 'cookies_omitted'
    case 'not_configured':
      return 'not_configured_in_production'
    case 'origin_not_allowed':
      return error.code
    default:
      return null
  }
}

/** What the words of a problem may name. */
function detailsOf(suspicion: Suspicion): Record<string, unknown> {
  const { call } = { call: null, ...suspicion }
  const { headers, status } = suspicion.kind === 'refused' ? suspicion.response : { headers: null, status: 0 }
  return {
    ...suspicion,
    ...call,
    path: new URL(call?.basePath ?? '', location.href).pathname,
    origin: location.origin,
    status,
    type: headers?.get('content-type')?.split(';')[0] ?? 'nothing that says what it is',
  }
}

/** Whether a base path is on another origin than the page. */
function isCrossOrigin(basePath: string): boolean {
  return new URL(basePath, location.href).origin !== location.origin
}
