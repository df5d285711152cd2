import { NectarConnectError } from '../lib/nectar-connect-error.ts'

/** Reads how many items are wanted. @throws NectarConnectError `invalid_request` */
export function readLimit(
  text: string | null,
  { standard, most }: { standard: number; most: number },
): number {
  if (text === null) return standard
  const limit = /^\d{1,4}$/.test(text) ? Number(text) : 0
  if (limit >= 1) return Math.min(limit, most)
  throw new NectarConnectError('invalid_request', {
    issues: [{ path: 'limit', message: `Expected a number from 1 to ${most}.` }],
  })
}
