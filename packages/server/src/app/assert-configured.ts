import type { Log } from '../lib/log.ts'
import { NectarConnectError } from '../lib/nectar-connect-error.ts'
import type { Settings } from '../settings/settings.ts'

/**
 * Logs each fault of the options once, with its fix.
 *
 * @param kind `calls` are made by the host itself, so that nobody has to be authorized.
 * @throws NectarConnectError `not_configured`
 */
export function assertConfigured(
  settings: Pick<Settings, 'faults'>,
  log: Log,
  kind: 'requests' | 'calls',
): void {
  const faults = settings.faults.filter((fault) => kind === 'requests' || !fault.startsWith('"authorize"'))
  for (const fault of faults) log.once('error', fault, {})
  if (faults.length > 0)
    throw new NectarConnectError('not_configured', { message: faults.join(' '), setupProblems: faults })
}
