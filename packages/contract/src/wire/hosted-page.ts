/** Where invitation pages live, under `/p/i/`. */
export const NECTAR_HOSTED_ORIGIN = 'https://dash.nectarclimate.com'

/** The path under which every invitation page lives, on the hosted origin. */
export const NECTAR_HOSTED_PATH = '/p/i/'

/**
 * The invitation's URL, if it is one that may be shown: exactly on the hosted origin, one token under `/p/i/`, no
 * credentials. Whatever is shown there takes a customer's utility password.
 *
 * @param hostedOrigin Checked by the settings: https, or http on a loopback host.
 * @returns null when it is not.
 */
export function trustedInvitationUrl(text: string | null, hostedOrigin: string): string | null {
  if (text === null || !URL.canParse(text)) return null
  const url = new URL(text)
  if (url.origin !== hostedOrigin || url.username !== '' || url.password !== '') return null
  if (!url.pathname.startsWith(NECTAR_HOSTED_PATH)) return null
  const token = url.pathname.slice(NECTAR_HOSTED_PATH.length)
  return token === '' || /[/\\]|%2f|%5c/i.test(token) ? null : url.href
}

/** Whether a host name of a URL means this machine: there, plain http gives nothing away. */
export function isLoopback(hostname: string): boolean {
  return (
    hostname === 'localhost' ||
    hostname.endsWith('.localhost') ||
    hostname === '[::1]' ||
    /^127(\.\d{1,3}){3}$/.test(hostname)
  )
}
