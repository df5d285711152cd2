import type * as z from 'zod/mini'
import { NectarConnectError } from '../lib/nectar-connect-error.ts'

/**
 * What Nectar sent, as the contract knows it.
 *
 * @throws NectarConnectError `nectar_invalid_response`
 */
export function parseReply<T extends z.ZodMiniType>(schema: T, json: unknown): z.output<T> {
  const parsed = schema.safeParse(json)
  if (parsed.success) return parsed.data
  // Not as the cause: zod's issues may quote what was sent.
  const where = parsed.error.issues.map((issue) => issue.path.join('.')).join(', ')
  throw new NectarConnectError('nectar_invalid_response', {
    message: `Nectar answered without something that is indispensable: ${where || 'the whole body'}.`,
  })
}
