import { expect } from 'vitest'
import type { CheckResult } from '../doctor/run-checks.ts'
import { type DoctorSettings, runDoctor } from '../doctor/run-doctor.ts'
import { createCliIo } from './host-and-nectar.ts'

/** What `doctor` found out, by check. */
export interface Examination {
  code: number
  results: CheckResult[]
  /** Once for each result. */
  wrongs: string[]
  find(check: string): CheckResult | undefined
  /** All that it printed. */
  text: string
}

/** Runs `doctor --json`. Its exit code and its sums have to agree with what it found. */
export async function examine(
  args: readonly string[],
  env: Record<string, string> = {},
  settings: DoctorSettings = {},
): Promise<Examination> {
  const io = createCliIo({ env })
  const code = await runDoctor([...args, '--json'], io, settings)
  const text = io.printed()
  const report = JSON.parse(text) as { ok: boolean; failed: number; results: CheckResult[] }
  const { results } = report
  const wrongs = results.filter(({ state }) => state === 'fail').map(({ check }) => check)
  expect(code).toBe(wrongs.length === 0 ? 0 : 1)
  expect(report).toMatchObject({ ok: wrongs.length === 0, failed: wrongs.length })
  return { code, results, wrongs, find: (check) => results.find((one) => one.check === check), text }
}
