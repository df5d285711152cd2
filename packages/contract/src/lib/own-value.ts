/**
 * What a table says under a key that came from outside. Every object answers to `constructor` and `__proto__`, too: that
 * is not in the table.
 */
export function ownValue<Value>(table: Readonly<Record<string, Value>>, key: string): Value | undefined {
  return Object.hasOwn(table, key) ? table[key] : undefined
}
