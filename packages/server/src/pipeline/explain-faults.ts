import type { ErrorCode } from '@nectar-connect/contract'
import type { NectarConnectError } from '../nectar-connect-error.ts'
import type { Services } from '../services.ts'

/** Those that the developer who set the host up can mend. */
const OF_THE_SET_UP: ReadonlySet<ErrorCode> = new Set(['not_configured', 'host_error', 'origin_not_allowed'])

/**
 * What is wrong with the host's set-up and how to mend it, for the first answer of a development server. Empty in
 * production, where it is in the log only. Secrets are taken out, as they are of a log line.
 */
export function explainFaults(
  { code, faults, message }: NectarConnectError,
  { settings, redact }: Pick<Services, 'settings' | 'redact'>,
): string[] {
  if (!settings.isDevelopment || !OF_THE_SET_UP.has(code)) return []
  return (faults ?? [message]).map((fault) => String(redact(fault)))
}
