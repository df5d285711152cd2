import * as z from 'zod/mini'

/**
 * A field that Nectar may leave out, null or change: whatever does not parse becomes `fallback`.
 * Used for everything we can live without, so that a surprise in one field never costs us the payload.
 */
export function lenient<T extends z.ZodMiniType, F extends z.output<T> | null>(schema: T, fallback: F) {
  return z.catch(z.nullable(schema), fallback as z.output<T> | null) as unknown as z.ZodMiniType<
    z.output<T> | F,
    unknown
  >
}

/** An array that drops the items it cannot read, instead of failing as a whole. */
export function lenientArray<T extends z.ZodMiniType>(item: T) {
  return z.pipe(
    z.catch(z.array(z.unknown()), []),
    z.transform((items) =>
      items.flatMap((value): z.output<T>[] => {
        const parsed = item.safeParse(value)
        return parsed.success ? [parsed.data as z.output<T>] : []
      }),
    ),
  ) as unknown as z.ZodMiniType<z.output<T>[], unknown>
}
