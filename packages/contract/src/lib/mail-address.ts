import { parseUrl } from './parse-url.ts'

/** The part before the `@`, without quotes or comments (RFC 5322, dot-atom). */
const LOCAL_PART = /^[\w!#$%&'*+/=?^`{|}~-]+(\.[\w!#$%&'*+/=?^`{|}~-]+)*$/
/** Letters and digits of any script. */
const DOMAIN = /^[\p{L}\p{M}\p{N}-]+(\.[\p{L}\p{M}\p{N}-]+)+$/u
const ASCII_DOMAIN = /^([a-z0-9]([a-z0-9-]*[a-z0-9])?\.)+[a-z][a-z0-9-]*[a-z0-9]$/
const LOCAL_PART_LENGTH = 64
const ADDRESS_LENGTH = 254

/**
 * One plain e-mail address, in lower case and with its domain in ASCII (`bücher.example` is `xn--bcher-kva.example`).
 * What it answers holds no space, comma, line break or other sign that could smuggle a second address into a mail.
 *
 * @returns null when the text is not such an address, for example `user@localhost` or `"A" <a@b.example>`.
 */
export function readMailAddress(text: unknown): string | null {
  if (typeof text !== 'string' || text.length > 2 * ADDRESS_LENGTH) return null
  const trimmed = text.trim()
  const at = trimmed.lastIndexOf('@')
  const localPart = trimmed.slice(0, at)
  const domain = readMailDomain(trimmed.slice(at + 1))
  if (at < 1 || domain === null || localPart.length > LOCAL_PART_LENGTH || !LOCAL_PART.test(localPart)) {
    return null
  }
  const address = `${localPart.toLowerCase()}@${domain}`
  return address.length > ADDRESS_LENGTH ? null : address
}

/** A domain with at least two labels, in ASCII and lower case; null when the text is none. */
export function readMailDomain(text: string): string | null {
  if (!DOMAIN.test(text)) return null
  const hostname = parseUrl(`http://${text}`)?.hostname
  return hostname !== undefined && ASCII_DOMAIN.test(hostname) ? hostname : null
}
