export const VIEWS = ['state', 'traffic', 'outbox', 'sign-ins'] as const
export type View = (typeof VIEWS)[number]

export const LANES = ['all', 'page', 'webhooks', 'state', 'mail'] as const
export type Lane = (typeof LANES)[number]

/** What is shown. It stands in the page's address, so that a reload, a link and the way back keep it. */
export interface ConsoleAddress {
  view: View
  /** Null: the first. */
  company: string | null
  lane: Lane
  /** The webhook whose tries are shown. */
  delivery: string | null
  /** The mail that is read, by its number. */
  mail: number | null
  /** Which part of it: null is the one that a mail program shows. */
  part: 'text' | null
  /** Whether long tables are shown to their end. */
  isFull: boolean
}

export function readAddress(query: URLSearchParams): ConsoleAddress {
  return {
    view: VIEWS.find((view) => view === query.get('view')) ?? 'state',
    company: query.get('company'),
    lane: LANES.find((lane) => lane === query.get('lane')) ?? 'all',
    delivery: query.get('delivery'),
    mail: readNumber(query.get('mail')),
    part: query.get('part') === 'text' ? 'text' : null,
    isFull: query.has('full'),
  }
}

function readNumber(text: string | null): number | null {
  return text !== null && /^\d{1,9}$/.test(text) ? Number(text) : null
}

/** The address with something else in it. */
export function hrefOf(address: ConsoleAddress, change: Partial<ConsoleAddress>): string {
  const { view, company, lane, delivery, mail, part, isFull } = { ...address, ...change }
  const query = new URLSearchParams()
  if (view !== 'state') query.set('view', view)
  if (company !== null) query.set('company', company)
  if (lane !== 'all') query.set('lane', lane)
  if (delivery !== null) query.set('delivery', delivery)
  if (mail !== null) query.set('mail', String(mail))
  if (part !== null) query.set('part', part)
  if (isFull) query.set('full', '')
  return query.size === 0 ? '/' : `/?${query}`
}
