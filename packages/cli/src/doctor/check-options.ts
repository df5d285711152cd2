import { UNNAMED_SETUP_PROBLEM } from '@nectar-connect/contract/wire'
import { type CheckResult, fail, pass, skip } from './check-result.ts'
import type { NoResponse, ProbeResult } from './probe.ts'
import { codeOf, describeSetupProblems, isOurs, sectionOf } from './probe-host.ts'

/**
 * That createNectarConnect has what it needs: a server that lacks something answers nobody, and while it is developed it
 * says what. One result for each fault.
 *
 * @param answer To a request that somebody has to be authorized for.
 */
export function checkOptions(answer: ProbeResult | NoResponse): CheckResult[] {
  const code = codeOf(answer)
  if (answer.status === null || !isOurs(answer)) return [skip('options', 'Needs a handler that answers.')]
  if (code !== 'not_configured') return [pass('options', 'The server has what it needs.')]
  const faults = describeSetupProblems(answer)
  if (faults.length > 0) return faults.map((fault) => fail('options', fault))
  return [
    fail('options', {
      what: 'The server is not fully configured.',
      ...UNNAMED_SETUP_PROBLEM,
      docs: sectionOf(code),
    }),
  ]
}
