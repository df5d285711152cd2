import { redact } from '@nectar-connect/server'
import type { CliIo, ExitCode } from '../lib/cli-io.ts'
import { createColors } from '../terminal/colors.ts'
import { checkCompany } from './check-company.ts'
import { checkHandler } from './check-handler.ts'
import { checkInvitation } from './check-invitation.ts'
import { checkKey } from './check-key.ts'
import { checkPage } from './check-page.ts'
import type { CheckResult } from './check-result.ts'
import { checkSession } from './check-session.ts'
import { checkStream } from './check-stream.ts'
import { checkWebhooks } from './check-webhooks.ts'
import type { DoctorContext } from './doctor-context.ts'
import { type DoctorOptions, readDoctorOptions } from './doctor-options.ts'
import { formatReport } from './format-report.ts'
import { createProbe } from './probe.ts'

/** Milliseconds for one answer; Svix waits as long. */
const ANSWER_LIMIT_MS = 15_000
/** Milliseconds for the first event of a stream. */
const STREAM_LIMIT_MS = 5_000

/** Limits and clock, for tests. */
export type DoctorSettings = Partial<Pick<DoctorContext, 'now' | 'streamLimitMs'> & { answerLimitMs: number }>

/**
 * The command `nectar-connect doctor`.
 *
 * @throws UsageError
 */
export async function runDoctor(
  args: readonly string[],
  io: CliIo,
  settings: DoctorSettings = {},
): Promise<ExitCode> {
  const options = readDoctorOptions(args, io.env)
  const now = settings.now ?? Date.now
  const ask = createProbe({ now, timeoutMs: settings.answerLimitMs ?? ANSWER_LIMIT_MS })
  const results = await examine({
    options,
    ask,
    now,
    streamLimitMs: settings.streamLimitMs ?? STREAM_LIMIT_MS,
  })
  const shown = redact(results, secretsOf(options)) as CheckResult[]
  const wrongs = shown.filter(({ state }) => state === 'fail').length
  if (options.json) io.print(JSON.stringify(toJson(shown), null, 2))
  else io.print(formatReport(shown, createColors(io), io.columns))
  return wrongs > 0 ? 1 : 0
}

/** In an order in which each check can lean on the ones before. */
async function examine(context: DoctorContext): Promise<CheckResult[]> {
  const key = await checkKey(context)
  const company = await checkCompany(context, key.goodKey)
  const invitation = await checkInvitation(context, key.goodKey, company.isVisible)
  const handler = await checkHandler(context, key.nectarAheadMs)
  const session = await checkSession(context, handler.health !== null)
  const stream = await checkStream(context, session.isSignedIn)
  const webhooks = await checkWebhooks(context, {
    health: handler.health,
    serverAheadMs: handler.aheadMs,
    nectarAheadMs: key.nectarAheadMs,
  })
  const page = await checkPage(context)
  return [
    ...key.results,
    ...company.results,
    invitation,
    ...handler.results,
    ...session.results,
    stream,
    ...webhooks,
    ...page,
  ]
}

function secretsOf({ apiKey, webhookSecret, headers }: DoctorOptions): string[] {
  return [apiKey ?? [], webhookSecret ?? [], ...headers.map(([, value]) => value)].flat()
}

function toJson(results: readonly CheckResult[]) {
  const count = (state: CheckResult['state']) => results.filter((result) => result.state === state).length
  return {
    ok: count('fail') === 0,
    right: count('pass'),
    wrong: count('fail'),
    skipped: count('skip'),
    results,
  }
}
