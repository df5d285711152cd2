import { describeSetupProblem } from '@nectar-connect/contract/wire'
import type { NectarConnectError } from '../lib/nectar-connect-error.ts'
import type { Settings } from '../settings/settings.ts'

/**
 * What is wrong with the host's set-up and how to fix it, for the first answer of a development server. Empty in
 * production, where it is in the log only. Each says what is wrong in its first sentence, then the fix.
 *
 * @param redact Removes secrets from a value, as from a log line.
 */
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
    case 'host_error':
    case 'origin_not_allowed':
    case 'company_missing':
      return [message]
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
