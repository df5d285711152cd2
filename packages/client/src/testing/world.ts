import type { AnalyticsEvent } from '../session/analytics.ts'
import { createSession, type Session } from '../session/create-session.ts'
import {
  type ConnectIntent,
  getActivePage,
  type PhaseStatus,
  type SessionSubmission,
} from '../session/phase.ts'
import { createRestoration } from '../session/restore-session.ts'
import { createBackend } from './backend.ts'
import { createFakePlatform, settlePromises } from './fake-platform.ts'
import { CONTRIBUTOR } from './phases.ts'

/** A browser and a backend that the test moves by hand. */
export function createWorld() {
  const browser = createFakePlatform()
  const backend = createBackend(browser.setServerTimer, browser.elapsed)
  return Object.assign(browser, {
    backend,
    /** Time goes by on Nectar's clock only. */
    pass(ms: number) {
      backend.lead += ms
    },
    /** What a session needs, in this load of the page. */
    load() {
      const load = browser.loads()
      return { client: backend.connect(() => load !== browser.loads()), platform: browser.platform() }
    },
  })
}

export type World = ReturnType<typeof createWorld>

export const settle = settlePromises

/** For `Session.resume()`. */
export const loadRestoration = () => Promise.resolve(createRestoration)

/** A session in a world, and everything it ever told. */
export function startSession(world: World, place = 'settings') {
  const { client, platform } = world.load()
  const session = createSession(client, platform, place)
  const submissions: SessionSubmission[] = []
  const analyticsEvents: AnalyticsEvent[] = []
  const seen: PhaseStatus[] = []
  session.onSubmitted((submission) => submissions.push(submission))
  session.onAnalyticsEvent((event) => analyticsEvents.push(event))
  session.phase.subscribe(() => seen.push(session.phase.get().status))
  return { session, submissions, analyticsEvents, seen, phase: () => session.phase.get() }
}

export type Started = ReturnType<typeof startSession>

/** The invitation that the session shows. */
export function shownId(session: Session): string {
  const id = getActivePage(session.phase.get())?.invitation.id
  if (id === undefined) throw new Error(`no page is shown in ${session.phase.get().status}`)
  return id
}

export async function consent(session: Session, intent: ConnectIntent = CONTRIBUTOR) {
  session.open(intent)
  session.consent()
  await settle()
}

/** As far as a page that has loaded. */
export async function goLive(session: Session, intent?: ConnectIntent) {
  await consent(session, intent)
  session.frameLoaded(shownId(session))
}

export async function goTouched(session: Session, intent?: ConnectIntent) {
  await goLive(session, intent)
  session.frameTouched(shownId(session))
}
