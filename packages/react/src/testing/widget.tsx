import { act, fireEvent, screen } from '@testing-library/react'
import { vi } from 'vitest'
import { page, userEvent } from 'vitest/browser'
import type { FakeBackend } from './fake-backend.ts'
import { connection } from './fixtures.ts'

/** What a customer sees of the widget, by its name. */
export const CONNECT = { name: 'Connect a utility account', exact: true }
export const FRAME = 'Nectar’s sign-in page'

export function findTrigger(): Promise<HTMLElement> {
  return screen.findByRole('button', { name: CONNECT.name })
}

export function findConsent(): Promise<HTMLElement> {
  return screen.findByRole('button', { name: /I have (the login|it) Sign in/ })
}

export function findFrame(): Promise<HTMLIFrameElement> {
  return screen.findByTitle<HTMLIFrameElement>(FRAME)
}

/** From the intro to Nectar's page. */
export async function goOn(): Promise<HTMLIFrameElement> {
  await userEvent.click(await findConsent())
  return findFrame()
}

/** From the button to Nectar's page. */
export async function openFrame(): Promise<HTMLIFrameElement> {
  await userEvent.click(page.getByRole('button', CONNECT))
  return goOn()
}

/** From the button to a page that has loaded, as far as its element tells. No test waits for the network. */
export async function openLive(): Promise<HTMLIFrameElement> {
  const frame = await openFrame()
  fireEvent.load(frame)
  return frame
}

export function close(): Promise<void> {
  return userEvent.click(screen.getByRole('button', { name: 'Close' }))
}

/** The connection that a test submits. */
export const MADE = connection({ id: 'a6c70a54-34e7-4277-80b0-00000000000a', status: 'PENDING' })

/** The customer submits their details, and the backend can prove it. */
export function submit(backend: FakeBackend): void {
  const now = new Date().toISOString()
  backend.connections = [{ ...MADE, createdAt: now, statusAt: now }]
  backend.invitation.status = 'FULFILLED'
  backend.invitation.createdConnections = [
    { id: MADE.id, providerName: MADE.providerName, status: MADE.status },
  ]
}

/** Nectar's page says something. */
export function say(frame: HTMLIFrameElement, origin = new URL(frame.src).origin): void {
  const message = new MessageEvent('message', { source: frame.contentWindow, origin, data: 'anything' })
  window.dispatchEvent(message)
}

/** Changes something, and lets as much time go by at once on the page's timers. */
export function changeAndWait(change: () => void, ms: number): void {
  vi.useFakeTimers({ toFake: ['setTimeout', 'clearTimeout'] })
  try {
    act(change)
    act(() => void vi.advanceTimersByTime(ms))
  } finally {
    vi.useRealTimers()
  }
}

/** Links to other tabs are not followed, but told. */
export function catchTabs(): HTMLAnchorElement[] {
  const followed: HTMLAnchorElement[] = []
  const follow = (event: Event) => {
    const link = event.composedPath().find((target) => target instanceof HTMLAnchorElement)
    if (link?.target !== '_blank') return
    event.preventDefault()
    followed.push(link)
  }
  // The dialog keeps its events to itself: they are heard on the way down.
  document.addEventListener('click', follow, { capture: true })
  return followed
}
