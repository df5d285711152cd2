import type { SandboxSnapshot, WebhookDelivery } from '@nectar-connect/sandbox'
import {
  type ComponentProps,
  createContext,
  type MouseEvent,
  useContext,
  useEffect,
  useMemo,
  useState,
  useSyncExternalStore,
} from 'react'
import type { Connection, Invitation } from './api.ts'

/** What every part of the page is made of. */
export interface ConsoleData {
  snapshot: SandboxSnapshot
  address: Address
  /** What the sandbox's clock shows, in milliseconds since the epoch, skew included. */
  now: number
  /** Without skew: what falls due goes by it. */
  moment: number
  /** The company that is looked at. Null: there is none. */
  company: SandboxSnapshot['companies'][number] | null
  /** Those of that company. */
  connections: Connection[]
  /** Those of that company, newest first. */
  invitations: Invitation[]
  /** Newest first. */
  deliveries: WebhookDelivery[]
}

export const ConsoleContext = createContext<ConsoleData | null>(null)

export function useConsole(): ConsoleData {
  const data = useContext(ConsoleContext)
  if (data === null) throw new Error('useConsole is for what stands inside of Console.')
  return data
}

/**
 * @param readAt when the snapshot was read, in milliseconds since the epoch on this machine's clock
 * @param isTicking whether the clock goes on in between
 */
export function useConsoleData(snapshot: SandboxSnapshot | undefined, readAt: number, isTicking: boolean) {
  const address = useAddress()
  const hostNow = useHostClock(isTicking)
  if (snapshot === undefined) return null
  const { companies, connections, invitations, deliveries } = snapshot
  const { now: then, frozen, skewMs } = snapshot.clock
  const now = then + (frozen ? 0 : Math.max(0, hostNow - readAt))
  const company = companies.find(({ id }) => id === address.company) ?? companies[0] ?? null
  return {
    snapshot,
    address,
    now,
    moment: now - skewMs,
    company,
    connections: connections.filter((connection) => connection.company.id === company?.id),
    invitations: invitations
      .filter(({ companyId }) => companyId === company?.id)
      .map((invitation) => expireAt(now, invitation))
      .reverse(),
    deliveries: deliveries.toReversed(),
  }
}

/** An invitation runs out without anything that happens. */
function expireAt(now: number, invitation: Invitation): Invitation {
  const { status, expiresAt } = invitation
  const isOver = status === 'ACTIVE' && expiresAt !== null && Date.parse(expiresAt) <= now
  return isOver ? { ...invitation, status: 'EXPIRED' } : invitation
}

/** This machine's clock, each second. */
function useHostClock(isTicking: boolean): number {
  const [now, setNow] = useState(Date.now)
  useEffect(() => {
    if (!isTicking) return
    const timer = setInterval(() => setNow(Date.now()), 1000)
    return () => clearInterval(timer)
  }, [isTicking])
  return now
}

const NAMES = ['view', 'company', 'lane', 'delivery', 'mail', 'part', 'full'] as const

/**
 * What is shown. It stands in the page's address, so that a reload, a link and the way back keep it.
 *
 * - `view`: default `state`
 * - `company`: default the first
 * - `lane`: which events; default all
 * - `delivery`, `mail`: the one that is shown in full
 * - `part`: `text` for a mail's plain text
 * - `full`: long tables are shown to their end
 */
export type Address = Partial<Record<(typeof NAMES)[number], string>>

/** What to change in the address; undefined takes something out. */
type Change = { [Name in keyof Address]?: string | undefined }

function readAddress(search: string): Address {
  const query = new URLSearchParams(search)
  return Object.fromEntries(NAMES.flatMap((name) => (query.has(name) ? [[name, query.get(name)]] : [])))
}

function hrefOf(change: Change): string {
  const entries = Object.entries({ ...readAddress(location.search), ...change })
  const query = new URLSearchParams(
    entries.flatMap(([name, value]) => (value === undefined ? [] : [[name, value]])),
  )
  return query.size === 0 ? location.pathname : `${location.pathname}?${query}`
}

function useAddress(): Address {
  const search = useSyncExternalStore(subscribe, () => location.search)
  return useMemo(() => readAddress(search), [search])
}

function subscribe(onChange: () => void): () => void {
  window.addEventListener('popstate', onChange)
  return () => window.removeEventListener('popstate', onChange)
}

/** Writes into the address what is shown by default, so that it stays when something newer comes. */
export function pinAddress(change: Change): void {
  history.replaceState(null, '', hrefOf(change))
  window.dispatchEvent(new PopStateEvent('popstate'))
}

interface GoProps extends Omit<ComponentProps<'a'>, 'href'> {
  to: Change
  /** Whether the page shows it already. */
  isCurrent?: boolean
}

/** A link within the page. */
export function Go({ to, isCurrent = false, ...props }: GoProps) {
  const href = hrefOf(to)
  function follow(event: MouseEvent) {
    if (event.ctrlKey || event.metaKey || event.shiftKey || event.altKey) return
    event.preventDefault()
    history.pushState(null, '', href)
    window.dispatchEvent(new PopStateEvent('popstate'))
  }
  return <a aria-current={isCurrent || undefined} {...props} href={href} onClick={follow} />
}
