import type { DoctorOptions } from './doctor-options.ts'
import type { Probe } from './probe.ts'

export const HOW_TO_GIVE = {
  apiKey: 'Set NECTAR_API_KEY.',
  webhookSecret: 'Set NECTAR_WEBHOOK_SECRET.',
  companyId: 'Give --company <id>.',
  testsInvitation: 'Leave --no-test-invitation out.',
  handlerUrl: 'Give --url <address of your handler>.',
  headers: "Give --header 'Cookie: …' of somebody who is signed in.",
  pageUrl: 'Give --page <address of the page with the widget>.',
} as const

export type OptionName = keyof typeof HOW_TO_GIVE

/** What a check is handed. Options that it needs are there. */
export interface CheckContext<Given extends OptionName = never> {
  options: DoctorOptions & { readonly [Name in Given]: NonNullable<DoctorOptions[Name]> }
  ask: Probe
  /** Milliseconds since the epoch. */
  now: () => number
  /** Milliseconds that the first event of a stream may take. */
  streamLimitMs: number
}

/** What is wrong, why, and what to do. */
export interface Failure {
  what: string
  why: string
  fix: string
  /** Where the docs say more. Default: the section about the check. */
  docs?: string
}

/** What a check found. If it was skipped, `what` says what it takes to run it. */
export type Finding =
  | { state: 'pass'; what: string }
  | { state: 'skip'; what: string }
  | ({ state: 'fail' } & Failure)

export const pass = (what: string): Finding => ({ state: 'pass', what })
export const skip = (what: string): Finding => ({ state: 'skip', what })
export const fail = (failure: Failure): Finding => ({ state: 'fail', ...failure })
