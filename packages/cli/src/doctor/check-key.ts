import { type CheckResult, fail, pass, skip } from './check-result.ts'
import { aheadMs, type DoctorContext, formatSpan } from './doctor-context.ts'
import type { ProbeResult } from './probe.ts'
import { askNectar, explainRefusal } from './probe-nectar.ts'

/** A clock that is further off than this is set wrongly. Milliseconds. */
const MAX_OFF_MS = 60_000

/** What the first call to Nectar tells. */
export interface KeyVisit {
  results: CheckResult[]
  /** The key, when Nectar accepts it. */
  goodKey: string | null
  /** How far Nectar's clock is ahead of this machine's, in milliseconds; null when it is not known. */
  nectarAheadMs: number | null
}

/** `GET /ping`. */
export async function checkKey({ options, ask }: DoctorContext): Promise<KeyVisit> {
  const { apiKey, apiOrigin } = options
  const none = { goodKey: null, nectarAheadMs: null }
  const after = (needs: string) => [skip('api-version', needs), skip('clock', needs)]
  if (apiKey === null) {
    const needs = 'Set NECTAR_API_KEY.'
    return { ...none, results: [skip('key', needs), ...after(needs)] }
  }
  if (!/^[\x21-\x7e]+$/.test(apiKey)) {
    const result = fail('key', {
      what: 'NECTAR_API_KEY holds characters that no key has.',
      why: 'Blanks, quotes of a word processor or a line break came along when it was copied.',
      fix: 'Copy it again from Settings > Organization > API Keys.',
    })
    return { ...none, results: [result, ...after('Needs a key that Nectar accepts.')] }
  }
  const answer = await askNectar(ask, options, apiKey, '/ping')
  const clock = answer.status === null ? null : aheadMs(answer)
  const isGood = answer.status === 200 && !isPage(answer)
  const result = isGood
    ? pass('key', `${new URL(apiOrigin).host} accepts it.`)
    : fail('key', {
        what: answer.status === null ? 'Nectar cannot be reached.' : 'Nectar does not accept it.',
        ...explainKeyRefusal(answer, apiOrigin),
      })
  return {
    results: [
      result,
      isGood ? checkVersion(options.apiVersion) : skip('api-version', 'Needs a key that Nectar accepts.'),
      checkClock(clock),
    ],
    goodKey: isGood ? apiKey : null,
    nectarAheadMs: clock,
  }
}

function isPage(answer: ProbeResult): boolean {
  return (answer.headers.get('content-type') ?? '').includes('html')
}

/** A 404 to `/ping` is about the address. */
function explainKeyRefusal(answer: Parameters<typeof explainRefusal>[0], apiOrigin: string) {
  if (answer.status !== 404) return explainRefusal(answer, apiOrigin)
  return {
    why: `There is no /ping at ${apiOrigin}: that is not Nectar's API.`,
    fix: 'Leave --api-origin out for the real one, or correct it.',
  }
}

function checkVersion(version: string): CheckResult {
  return pass(
    'api-version',
    version === 'v2.2'
      ? 'v2.2, which is the recommended one.'
      : `${version} is supported; v2.2 is recommended.`,
  )
}

function checkClock(offMs: number | null): CheckResult {
  if (offMs === null) return skip('clock', 'Needs an answer of Nectar that says what time it is.')
  if (Math.abs(offMs) <= MAX_OFF_MS) return pass('clock', 'This machine and Nectar agree on the time.')
  return fail('clock', {
    what: `This machine is ${formatSpan(offMs)} ${offMs > 0 ? 'behind' : 'ahead of'} Nectar.`,
    why: 'Signatures of webhooks are refused when the time in them is more than 5 minutes off.',
    fix: 'Let the machine set its clock from a time server (NTP). Remaining life of invitations is counted on Nectar’s clock and does not suffer.',
  })
}
