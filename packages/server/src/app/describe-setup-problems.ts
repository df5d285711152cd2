import type { NectarConnectError } from '../lib/nectar-connect-error.ts'
import type { Settings } from '../settings/settings.ts'

/**
 * What is wrong with the host's set-up and how to mend it, for the first answer of a development server. Empty in
 * production, where it is in the log only.
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
    ...(error.setupProblems ?? faultsOf(error, settings)),
    ...(error.code === 'not_configured' ? settings.unknownOptions : []),
  ]
  return problems.map((problem) => String(redact(problem)))
}

/** Errors that the host's developer can fix. Each says what is wrong in its first sentence, then the fix. */
function faultsOf({ code, message, cause }: NectarConnectError, settings: Settings): string[] {
  switch (code) {
    case 'not_configured':
    case 'host_error':
    case 'origin_not_allowed':
    case 'company_missing':
      return [message]
    case 'nectar_rejected_key':
      return [
        `${apiOriginOf(settings)} did not accept "apiKey". Set NECTAR_API_KEY to a key that is active, and of the environment (Sandbox or Production) that you mean. npx nectar-sandbox prints the one that it takes.`,
      ]
    case 'nectar_rejected':
      return [
        `${apiOriginOf(settings)} refused what it was asked. Let "authorize" answer the companyId that ensureCompany() gave you with this key, and look at what "invitationPolicy" returns.`,
      ]
    case 'invitation_url_untrusted':
      return [
        `The invitation does not live on ${settings.hostedOrigin}. Set "nectar.hostedOrigin" to where the page of your Nectar is. With npx nectar-sandbox, that is its address, for "nectar.apiOrigin" as well.`,
      ]
    case 'nectar_unavailable':
      // An answer that says so is a passing problem of Nectar's.
      if (cause === undefined) return []
      return [
        `Nothing could be reached at ${apiOriginOf(settings)}. If that is npx nectar-sandbox, start it. Else see that "nectar.apiOrigin" is right, and that this server may go out.`,
      ]
    default:
      return []
  }
}

function apiOriginOf({ apiBase }: Settings): string {
  return new URL(apiBase).origin
}
