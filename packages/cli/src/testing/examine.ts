import { expect } from 'vitest'
import type { Finding } from '../doctor/finding.ts'
import { type DoctorSettings, runDoctor } from '../doctor/run-doctor.ts'
import { createCliIo } from './host-and-nectar.ts'

/** What `doctor` found out, by check. */
export interface Examination {
  code: number
  findings: Finding[]
  /** Once for each finding. */
  wrongs: string[]
  find(check: string): Finding | undefined
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
  const report = JSON.parse(text) as { ok: boolean; wrong: number; findings: Finding[] }
  const { findings } = report
  const wrongs = findings.filter(({ state }) => state === 'wrong').map(({ check }) => check)
  expect(code).toBe(wrongs.length === 0 ? 0 : 1)
  expect(report).toMatchObject({ ok: wrongs.length === 0, wrong: wrongs.length })
  return { code, findings, wrongs, find: (check) => findings.find((one) => one.check === check), text }
}
