import { isAddress, isDomainAllowed } from '@nectar-connect/client'
import { MAX_RECIPIENTS } from '@nectar-connect/contract/wire'
import type { Messages } from '../i18n/messages.ts'
import { format, formatNames, numberFormat } from '../i18n/text.tsx'

/**
 * What is wrong with the addresses, before the server says so; null: nothing.
 *
 * @param domains the only ones that mails go to; null: any
 */
export function validateRecipients(
  messages: Messages,
  recipients: readonly string[],
  domains: readonly string[] | null,
): string | null {
  const { share, locale } = messages
  if (recipients.length === 0) return share.noAddress
  const bad = recipients.find((address) => !isAddress(address))
  if (bad !== undefined) return format(share.badAddress, { address: bad })
  const refused = recipients.find((address) => !isDomainAllowed(address, domains))
  if (refused !== undefined) {
    const names = formatNames(messages, domains ?? [], 'disjunction')
    return format(share.badDomainOf, { address: refused, domains: names })
  }
  if (recipients.length <= MAX_RECIPIENTS) return null
  return format(share.tooMany, { count: numberFormat(locale).format(MAX_RECIPIENTS) })
}
