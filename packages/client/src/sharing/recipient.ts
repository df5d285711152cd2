import { readMailAddress } from '@nectar-connect/contract/wire'

/** The address that was typed or pasted, also out of `Ana <ana@northpoint.example>`. Not yet checked. */
export function recipientOf(text: string): string {
  return (/<([^<>]*)>\s*$/.exec(text)?.[1] ?? text).trim()
}

/** What is wrong with a recipient as typed; null: nothing. `domains`: the only ones allowed, lower case; null: any. */
export function checkRecipient(
  text: string,
  domains: readonly string[] | null,
): 'missing' | 'several' | 'invalid' | 'domain' | null {
  if (text.trim() === '') return 'missing'
  const parts = text.split(/[\s,;]+/).map(recipientOf)
  if (parts.filter((part) => readMailAddress(part) !== null).length > 1) return 'several'
  const address = readMailAddress(recipientOf(text))
  if (address === null) return 'invalid'
  return domains === null || domains.includes(address.slice(address.lastIndexOf('@') + 1)) ? null : 'domain'
}
