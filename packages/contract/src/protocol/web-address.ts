import * as z from 'zod/mini'

/** A whole URL of one of these protocols. */
export function webAddress(...protocols: readonly ('https:' | 'http:')[]) {
  return z.string().check(
    z.refine((text) => {
      try {
        return protocols.some((protocol) => new URL(text).protocol === protocol)
      } catch {
        return false
      }
    }),
  )
}
