import {
  check,
  type HealthResponse,
  healthResponse,
  isProtocolSupported,
  PROTOCOL_VERSION,
} from '@nectar-connect/contract/wire'
import { type CheckResult, fail, pass, skip } from './check-result.ts'
import { aheadMs, type DoctorContext, formatSpan } from './doctor-context.ts'
import { codeOf, describeUnexpectedResponder, isOurs } from './probe-host.ts'

const MAX_OFF_MS = 60_000

/** What the handler says about itself. */
export interface HandlerVisit {
  results: CheckResult[]
  /** Null when it does not answer. */
  health: HealthResponse | null
  /** How far the server's clock is ahead of the right time, in milliseconds; null when it is not known. */
  aheadMs: number | null
}

/**
 * `GET /health`: that the handler is there, and speaks to today's page.
 *
 * @param nectarAheadMs How far Nectar's clock is ahead of this machine's; null: this machine's is believed.
 */
export async function checkHandler(
  { options, ask }: DoctorContext,
  nectarAheadMs: number | null,
): Promise<HandlerVisit> {
  const { handlerUrl } = options
  const stop = (result: CheckResult, needs: string): HandlerVisit => ({
    results: [result, skip('protocol', needs), skip('server-clock', needs)],
    health: null,
    aheadMs: null,
  })
  if (handlerUrl === null) {
    const needs = 'Give --url <address of your handler>.'
    return stop(skip('handler', needs), needs)
  }
  const answer = await ask(`${handlerUrl}/health`)
  const health = check.readAs(healthResponse, answer.status === 200 ? answer.json : undefined)
  if (answer.status === null || !isOurs(answer) || health === null) {
    const isElsewhere = codeOf(answer) === 'not_found'
    const result = fail('handler', {
      what:
        answer.status === null ? 'Your server cannot be reached.' : `There is no handler at ${handlerUrl}.`,
      ...(isElsewhere ? ELSEWHERE : describeUnexpectedResponder(answer, handlerUrl)),
    })
    return stop(result, 'Needs a handler that answers.')
  }
  const ahead = aheadMs(answer)
  const off = ahead === null ? null : ahead - (nectarAheadMs ?? 0)
  return {
    results: [pass('handler', describeHealth(health)), checkProtocol(health.protocol), checkClock(off)],
    health: health,
    aheadMs: off,
  }
}

const ELSEWHERE = {
  why: 'The handler is asked, and says that it has no such path: it believes to be mounted somewhere else.',
  fix: 'Set createNectarConnect({ basePath }) to the path in --url, as your server sees it.',
}

function describeHealth({ webhooks, lastWebhookAt }: HealthResponse): string {
  if (webhooks === 'not_configured') return 'It answers; webhooks are not set up.'
  if (webhooks === 'none_yet') return 'It answers; no webhook has arrived yet.'
  return `It answers; ${lastWebhookAt === null ? 'no webhook came since it started' : `the last webhook came ${lastWebhookAt}`}.`
}

function checkProtocol(theirs: string): CheckResult {
  if (isProtocolSupported(theirs))
    return pass('protocol', `${theirs}, as this version of the package speaks it.`)
  return fail('protocol', {
    what: `Your server speaks ${theirs}, this version of the package ${PROTOCOL_VERSION}.`,
    why: 'A page and a server understand each other when they are one minor version apart at most.',
    fix: 'Install the same version of @nectar-connect/react, @nectar-connect/server and of this command.',
  })
}

function checkClock(off: number | null): CheckResult {
  if (off === null) return skip('server-clock', 'Needs a "Date" header, which something takes away.')
  if (Math.abs(off) <= MAX_OFF_MS) return pass('server-clock', 'It is set right.')
  return fail('server-clock', {
    what: `Your server is ${formatSpan(off)} ${off > 0 ? 'ahead' : 'behind'}.`,
    why:
      Math.abs(off) > 300_000
        ? 'Every webhook is refused: the time in a signature may be 5 minutes off, no more.'
        : 'At 5 minutes every webhook is refused.',
    fix: 'Let the server set its clock from a time server (NTP).',
  })
}
