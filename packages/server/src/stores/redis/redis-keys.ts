export type RedisKeys = ReturnType<typeof redisKeys>

/** The keys of a store, by what they hold. The braces keep all keys on one node where somebody shards them. */
export function redisKeys(prefix = 'nectar-connect') {
  const key = (...parts: string[]) => [`{${prefix}}`, ...parts].join(':')
  return {
    meta: key('meta'),
    handled: key('handled'),
    floors: key('floors'),
    owners: key('owners'),
    /** The number of the newest invitation. */
    number: key('shared', 'number'),
    /** The channel. */
    news: key('news'),
    claim: (eventId: string) => key('claim', eventId),
    lock: (subject: string) => key('lock', subject),
    feed: (companyId: string) => key('feed', companyId),
    seen: (companyId: string) => key('seen', companyId),
    newest: (companyId: string) => key('newest', companyId),
    entries: (companyId: string) => key('shared', 'entries', companyId),
    order: (companyId: string) => key('shared', 'order', companyId),
    counts: (companyId: string) => key('counts', companyId),
  }
}
