import { createClient } from 'redis'

/** What the host's function does: something that counts, once for each event. */
export interface Effects {
  /** @throws Error for one in twenty events, the first time. */
  happen(eventId: string): Promise<void>
  /** How often each event's effect took place, and how often the function was called for it and went through. */
  read(): Promise<{ effects: ReadonlySet<string>; calls: ReadonlyMap<string, number>; failures: number }>
  close(): void
}

const [EFFECTS, CALLS, FAILED] = ['load:effects', 'load:calls', 'load:failed']

export function createEffects(url: string): Effects {
  const client = createClient({ url })
  client.on('error', () => {})
  const connected = client.connect().catch(() => {})
  return {
    async happen(eventId) {
      await connected
      if (isUnlucky(eventId) && (await client.hIncrBy(FAILED, eventId, 1)) === 1) throw new Error('Bad luck.')
      // Keyed by the event's id, as hosts are told to do it.
      await client.multi().hSetNX(EFFECTS, eventId, '1').hIncrBy(CALLS, eventId, 1).exec()
    },
    async read() {
      await connected
      const calls = Object.entries(await client.hGetAll(CALLS))
      return {
        effects: new Set(await client.hKeys(EFFECTS)),
        calls: new Map(calls.map(([id, count]) => [id, Number(count)])),
        failures: await client.hLen(FAILED),
      }
    },
    close: () => client.destroy(),
  }
}

function isUnlucky(eventId: string): boolean {
  let sum = 0
  for (const letter of eventId) sum = (sum * 31 + letter.charCodeAt(0)) % 9_973
  return sum % 20 === 0
}
