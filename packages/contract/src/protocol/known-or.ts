import * as z from 'zod/mini'

/** One of these words; whatever else a newer side says is read as `fallback`. */
export function knownOr<const Word extends string, Fallback extends Word | null>(
  words: readonly Word[],
  fallback: Fallback,
) {
  return z.pipe(
    z.optional(z.unknown()),
    z.transform((said): Word | Fallback => words.find((word) => word === said) ?? fallback),
  )
}
