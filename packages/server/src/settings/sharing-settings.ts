import { readMailAddress, readMailDomain, type SharingPolicy } from '@nectar-connect/contract/wire'
import { NectarConnectError } from '../lib/nectar-connect-error.ts'
import type { NectarConnectOptions } from './options.ts'

/** A colleague may be on holiday for some days. */
const LIFE_SECONDS = 7 * 24 * 3600
const MAILS_PER_HOUR = 20

/** How colleagues are asked, checked and with its defaults. */
export type SharingSettings = ReturnType<typeof readSharing>

/** @param faults Takes what is wrong, each with its fix. */
export function readSharing(
  { sharing = {}, sendInvitation }: Pick<Partial<NectarConnectOptions>, 'sharing' | 'sendInvitation'>,
  faults: string[],
) {
  const mail: SharingPolicy['mail'] =
    sendInvitation !== undefined ? 'host' : sharing.sender === 'none' ? null : 'nectar'
  const { mailsPerHour = MAILS_PER_HOUR, allowedDomains, expiresInSeconds = LIFE_SECONDS } = sharing
  if (expiresInSeconds !== null && !(Number.isInteger(expiresInSeconds) && expiresInSeconds >= 60)) {
    faults.push('"sharing.expiresInSeconds" is not a whole number from 60. Leave it out to get 7 days.')
  }
  if (!(Number.isInteger(mailsPerHour) && mailsPerHour > 0)) {
    faults.push('"sharing.mailsPerHour" is not a whole number from 1. Leave it out to get 20.')
  }
  if (sendInvitation !== undefined && sharing.sender !== undefined) {
    faults.push('"sharing.sender" says who mails without "sendInvitation". Leave one of them out.')
  }
  return {
    appName: sharing.appName ?? null,
    /** Who mails; null: nobody. */
    mail,
    allowLinks: sharing.allowLinks ?? true,
    expiresInSeconds,
    mailsPerHour,
    /** In lower case and ASCII; null: any. */
    domains: allowedDomains === undefined ? null : allowedDomains.map((domain) => readDomain(domain, faults)),
  }
}

function readDomain(text: string, faults: string[]): string {
  const domain = readAllowedDomain(text)
  if (domain !== null) return domain
  faults.push(
    `"sharing.allowedDomains" has something that is no domain. Write them like "northpoint.example".`,
  )
  return text
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
