import { check, connectionsResponse } from '@nectar-connect/contract/wire'
import { checkOptions } from './check-options.ts'
import { type CheckResult, fail, pass, skip } from './check-result.ts'
import type { DoctorContext } from './doctor-context.ts'
import {
  codeOf,
  describeSetupProblems,
  describeUnexpectedResponder,
  explainProblem,
  isOurs,
} from './probe-host.ts'

/** That the server has its options, nobody is told anything without a session, and somebody is with one. */
export async function checkSession(
  { options: { handlerUrl, headers }, ask }: DoctorContext,
  isThere: boolean,
): Promise<{ results: CheckResult[]; isSignedIn: boolean }> {
  if (handlerUrl === null || !isThere) {
    const needs = 'Needs a handler that answers.'
    return { results: [skip('options', needs), ...skipBoth(needs)], isSignedIn: false }
  }
  const url = `${handlerUrl}/connections`
  const answer = await ask(url)
  const options = checkOptions(answer)
  if (options.some(({ state }) => state === 'fail')) {
    return { results: [...options, ...skipBoth('Needs a server that has its options.')], isSignedIn: false }
  }
  const signedOut = checkSignedOut(answer, url)
  if (headers.length === 0) {
    const signedIn = skip('signed-in', "Give --header 'Cookie: …' of somebody who is signed in.")
    return { results: [...options, signedOut, signedIn], isSignedIn: false }
  }
  const signedIn = checkSignedIn(
    await ask(url, { headers: headers.map(([name, value]) => [name, value]) }),
    url,
  )
  return { results: [...options, signedOut, signedIn], isSignedIn: signedIn.state === 'pass' }
}

function skipBoth(needs: string): CheckResult[] {
  return [skip('signed-out', needs), skip('signed-in', needs)]
}

type Asked = Awaited<ReturnType<DoctorContext['ask']>>

function checkSignedOut(answer: Asked, url: string): CheckResult {
  const code = codeOf(answer)
  if (code === 'unauthenticated') return pass('signed-out', 'Without a session nothing is told (401).')
  if (answer.status === 200 || code === 'company_missing') {
    return fail('signed-out', {
      what: 'Without any session, somebody is let in.',
      why: '"authorize" answers a user for a request that carries no session: everybody can see and do what that user can.',
      fix: 'Let "authorize" return null unless it found a session in the request.',
    })
  }
  if (code === 'host_error') {
    return fail('signed-out', {
      what: '"authorize" throws when nobody is signed in.',
      why: 'Pages then say that something went wrong, where they should ask to sign in again.',
      fix: 'Let "authorize" return null when there is no session.',
      ...whatAndFix(answer),
    })
  }
  return otherwise('signed-out', answer, code, url)
}

function checkSignedIn(answer: Asked, url: string): CheckResult {
  const code = codeOf(answer)
  const body = check.readAs(connectionsResponse, answer.status === 200 ? answer.json : undefined)
  if (body !== null) {
    const count = body.connections.length
    return pass(
      'signed-in',
      `"authorize" knows the session; ${count} ${count === 1 ? 'connection' : 'connections'}.`,
    )
  }
  if (code === 'unauthenticated') {
    return fail('signed-in', {
      what: '"authorize" does not know the session.',
      why: 'It answered null for the headers that --header sends: they are of another origin, have expired, or "authorize" looks for something else.',
      fix: 'Copy the request headers of a signed-in page from the developer tools of a browser. If pages have the same trouble, let "authorize" read what your other routes read.',
    })
  }
  return otherwise('signed-in', answer, code, url)
}

function otherwise(
  check: 'signed-out' | 'signed-in',
  answer: Asked,
  code: string | null,
  url: string,
): CheckResult {
  const what = 'The handler does not answer as it should.'
  if (answer.status === null || !isOurs(answer) || code === null) {
    return fail(check, { what, ...describeUnexpectedResponder(answer, url) })
  }
  const [fault] = describeSetupProblems(answer)
  return fail(check, fault ?? { what, ...explainProblem(answer, code) })
}

/** What a server in development says itself is more exact. */
function whatAndFix(answer: Asked): { what: string; fix: string } | null {
  const [fault] = answer.status === null ? [] : describeSetupProblems(answer)
  return fault ? { what: fault.what, fix: fault.fix } : null
}
