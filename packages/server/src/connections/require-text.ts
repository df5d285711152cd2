import { NectarConnectError } from '../lib/nectar-connect-error.ts'

/**
 * A text that a host passed to a function of ours.
 *
 * @throws NectarConnectError `invalid_request` when it is empty or no text.
 */
export function requireText(name: string, value: unknown, field: string): void {
  if (typeof value === 'string' && value.trim() !== '') return
  throw new NectarConnectError('invalid_request', {
    message: `${name}() needs a "${field}" that is not empty.`,
    issues: [{ path: field, message: 'Expected a text that is not empty.' }],
  })
}
