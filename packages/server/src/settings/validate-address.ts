import { readMailAddress, readMailDomain } from '@nectar-connect/contract/wire'
import { NectarConnectError } from '../lib/nectar-connect-error.ts'

declare const validated: unique symbol

/** An address that `validateAddress` let through. Nothing else is ever mailed to. */
export type Recipient = string & { [validated]: true }

/**
 * Reads an address and says whether mails may go there, whatever it came from: a browser, the store or Nectar.
 *
 * @param domains The only domains that mails may go to, exactly; null: any.
 * @throws NectarConnectError `address_not_allowed`
 */
export function validateAddress(text: string, { domains }: { domains: readonly string[] | null }): Recipient {
  const address = readMailAddress(text)
  if (address === null) {
    throw new NectarConnectError('address_not_allowed', { message: 'This is not one plain mail address.' })
  }
  const domain = address.slice(address.lastIndexOf('@') + 1)
  if (domains !== null && !domains.includes(domain)) throw new NectarConnectError('address_not_allowed')
  return address as Recipient
}

/** A domain of `sharing.allowedDomains`; null when it is none. */
export function readAllowedDomain(text: string): string | null {
  return readMailDomain(text.trim().replace(/^@/, ''))
}
