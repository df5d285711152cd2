/** Every check of `doctor`, by its place and in its order. The titles are headings in docs/doctor.md. */
export const CHECKS = {
  key: { group: 'Nectar', title: 'Key' },
  'api-version': { group: 'Nectar', title: 'API version' },
  clock: { group: 'Nectar', title: 'Clock' },
  company: { group: 'Nectar', title: 'Company' },
  sites: { group: 'Nectar', title: 'Sites' },
  'test-invitation': { group: 'Nectar', title: 'Test invitation' },
  handler: { group: 'Your server', title: 'Handler' },
  protocol: { group: 'Your server', title: 'Protocol' },
  'server-clock': { group: 'Your server', title: 'Server clock' },
  options: { group: 'Your server', title: 'Options' },
  'signed-out': { group: 'Your server', title: 'Signed out' },
  'signed-in': { group: 'Your server', title: 'Signed in' },
  stream: { group: 'Your server', title: 'Stream' },
  'wrong-signature': { group: 'Your server', title: 'Wrong signature' },
  'right-signature': { group: 'Your server', title: 'Right signature' },
  page: { group: 'Your page', title: 'Page' },
  frame: { group: 'Your page', title: 'Frame' },
  calls: { group: 'Your page', title: 'Calls' },
  isolation: { group: 'Your page', title: 'Isolation' },
  permissions: { group: 'Your page', title: 'Permissions' },
  secrets: { group: 'Your page', title: 'Secrets' },
} as const

export type CheckId = keyof typeof CHECKS

/** What a check found out. */
export type CheckResult = { check: CheckId } & (
  | { state: 'pass'; what: string }
  | {
      state: 'fail'
      what: string
      why: string
      fix: string
      /** Where the docs of this project say more. */
      docs: string
    }
  | {
      state: 'skip'
      /** What it takes to run it. */
      what: string
    }
)

export function pass(check: CheckId, what: string): CheckResult {
  return { check, state: 'pass', what }
}

export function skip(check: CheckId, what: string): CheckResult {
  return { check, state: 'skip', what }
}

/** @param docs Default: the section about the check. */
export function fail(
  check: CheckId,
  {
    what,
    why,
    fix,
    docs = `docs/doctor.md#${check}`,
  }: Record<'what' | 'why' | 'fix', string> & { docs?: string },
): CheckResult {
  return { check, state: 'fail', what, why, fix, docs }
}
