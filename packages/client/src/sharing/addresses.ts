import { readMailAddress } from '@nectar-connect/contract/wire'

/** Whether the backend would take it for an e-mail address. */
export function isAddress(text: string): boolean {
  return readMailAddress(text) !== null
}

/** What somebody typed or pasted, as single addresses: one a line, or with commas, semicolons or spaces between. */
export function splitAddresses(text: string): string[] {
  return text
    .split(/[\s,;]+/)
    .map((part) => part.replace(/^<|>$/g, ''))
    .filter((part) => part !== '')
}

/** Adds addresses to others; one that is there already, however it is written, is not added again. */
export function addAddresses(to: readonly string[], added: readonly string[]): string[] {
  const all = [...to]
  for (const address of added) {
    if (!all.some((known) => known.toLowerCase() === address.toLowerCase())) all.push(address)
  }
  return all
}

/**
 * Whether mails may go there.
 *
 * @param domains in lower case; null: any
 */
export function isDomainAllowed(address: string, domains: readonly string[] | null): boolean {
  const read = readMailAddress(address)
  return domains === null || (read !== null && domains.includes(read.slice(read.lastIndexOf('@') + 1)))
}
