import { readMailAddress, readMailDomain, type SharingPolicy } from '@nectar-connect/contract/wire'
import { NectarConnectError } from '../lib/nectar-connect-error.ts'
import type { ReadOptions } from './read-options.ts'

/** How colleagues are asked, checked and with its defaults. */
export type SharingSettings = ReturnType<typeof describeSharing>

export function describeSharing({
  sharing,
  sendInvitation,
}: Pick<ReadOptions, 'sharing' | 'sendInvitation'>) {
  const { appName = null, allowLinks = true, allowedDomains = null, expiresInSeconds, mailsPerHour } = sharing
  const mail: SharingPolicy['mail'] =
    sendInvitation !== undefined ? 'host' : sharing.sender === 'none' ? null : 'nectar'
  return {
    appName,
    /** Who mails; null: nobody. */
    mail,
    allowLinks,
    expiresInSeconds,
    mailsPerHour,
    /** In lower case and ASCII; null: any. */
    domains: allowedDomains,
  }
}

/** What somebody who asks a colleague has to know beforehand. */
export function sharingPolicyFor(
  { mail, allowLinks, domains, expiresInSeconds }: SharingSettings,
  { userName, userEmail }: { userName: string | null; userEmail: string | null },
): SharingPolicy {
  return {
    mail,
    allowLinks,
    expiresInMs: expiresInSeconds === null ? null : expiresInSeconds * 1000,
    allowedDomains: domains === null ? null : [...domains],
    ownName: userName,
    ownEmail: userEmail,
  }
}

declare const validated: unique symbol

/** An address that `validateAddress` let through. Nothing else is ever mailed to. */
export type Recipient = string & { [validated]: true }

/**
 * Reads an address to which mails may go: in one of `domains`; null: any. @throws NectarConnectError `address_not_allowed`
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
