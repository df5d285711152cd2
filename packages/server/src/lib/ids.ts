import { uuid } from '@nectar-connect/contract/nectar'
import { NectarConnectError } from './nectar-connect-error.ts'

/** The id in lower case, or null when the text is not a uuid. */
export function readId(text: unknown): string | null {
  const parsed = uuid.safeParse(text)
  return parsed.success ? parsed.data.toLowerCase() : null
}

/**
 * An id that a host passed to a function of ours; checked, because it becomes part of a URL.
 *
 * @throws NectarConnectError `invalid_request`
 */
export function requireId(text: unknown, name: string): string {
  const id = readId(text)
  if (id !== null) return id
  throw new NectarConnectError('invalid_request', {
    message: `"${name}" is not a uuid. Pass the id that Nectar gave, not an id of your own.`,
    issues: [{ path: name, message: 'Expected a uuid.' }],
  })
}
