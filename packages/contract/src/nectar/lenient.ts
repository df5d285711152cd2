import * as z from 'zod/mini'

/**
 * A field that Nectar may leave out, null or change: whatever does not parse becomes `fallback`.
 * Used for everything we can live without, so that a surprise in one field never costs us the payload.
 */
export function lenient<T extends z.ZodMiniType, F extends z.output<T> | null>(schema: T, fallback: F) {
  return z.catch(schema as z.ZodMiniType, fallback) as unknown as z.ZodMiniType<z.output<T> | F, unknown>
}

/** An array that drops the items it cannot read, instead of failing as a whole. Anything else is an empty one. */
export function lenientArray<T extends z.ZodMiniType>(item: T) {
  return z.pipe(z.catch(z.array(z.unknown()), []), readable(item)) as unknown as Items<T>
}

/**
 * What an answer is about: it has to be an array, of which the items that cannot be read are dropped. An answer
 * without it is an error, not an empty list.
 */
export function arrayOfReadable<T extends z.ZodMiniType>(item: T) {
  return z.pipe(z.array(z.unknown()), readable(item)) as unknown as Items<T>
}

type Items<T extends z.ZodMiniType> = z.ZodMiniType<z.output<T>[], unknown>

function readable<T extends z.ZodMiniType>(item: T) {
  return z.transform((items: unknown[]) =>
    items.flatMap((value): z.output<T>[] => {
      const parsed = item.safeParse(value)
      return parsed.success ? [parsed.data as z.output<T>] : []
    }),
  )
}
