import {
  check,
  describeSetupProblem,
  isErrorCode,
  PROTOCOL_HEADER,
  problem,
  type SetupProblemDescription,
} from '@nectar-connect/contract/wire'
import type { NoResponse, ProbeResult } from './probe.ts'

/** The code of a problem that our handler answered; null when it is none. */
export function codeOf(answer: ProbeResult | NoResponse): string | null {
  return answer.status !== null && isOurs(answer) ? (check.readAs(problem, answer.json)?.code ?? null) : null
}

/** What a server in development says is wrong with the set-up, with the section about the code. */
export function describeSetupProblems(answer: ProbeResult): (SetupProblemDescription & { docs: string })[] {
  const { code = '', setupProblems = [] } = check.readAs(problem, answer.json) ?? {}
  if (!isErrorCode(code)) return []
  return setupProblems.map((fault) => ({ ...describeSetupProblem(code, fault), docs: sectionOf(code) }))
}

export function sectionOf(code: string): string {
  return `docs/troubleshooting.md#${code}`
}

/** Whether our handler gave this answer, and nothing in front of it. */
export function isOurs(answer: ProbeResult | NoResponse): boolean {
  return answer.status !== null && answer.headers.has(PROTOCOL_HEADER)
}

/** A problem of the handler, in the words of the contract, with the section about it. */
export function explainProblem(
  answer: ProbeResult,
  code: string,
): { why: string; fix: string; docs: string } {
  const { requestId: reference = '', title = '' } = check.readAs(problem, answer.json) ?? {}
  return {
    why: `The handler answers ${answer.status} ${code}. ${title}`.trim(),
    fix: `Find ${reference} in the log of your server: npx nectar-connect trace ${reference}`,
    docs: sectionOf(code),
  }
}

/** What answered in place of the handler, and how to let requests through to it. */
export function describeUnexpectedResponder(
  answer: ProbeResult | NoResponse,
  url: string,
): { why: string; fix: string } {
  if (answer.status === null) {
    return { why: answer.reason, fix: 'Start the server, or correct --url.' }
  }
  const { status, headers } = answer
  if (status >= 300 && status < 400) {
    const to = headers.get('location') ?? 'somewhere else'
    return {
      why: `It redirects (${status}) to ${withoutQuery(to)}.`,
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

function withoutQuery(location: string): string {
  return location.replace(/[?#].*$/, '').slice(0, 200)
}
