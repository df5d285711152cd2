import { UNNAMED_FAULT } from '@nectar-connect/contract'
import type { Answer, NoAnswer } from './ask.ts'
import { codeOf, explainFaults, isOurs, sectionOf } from './ask-host.ts'
import { type Finding, right, skipped, wrong } from './finding.ts'

/**
 * That createNectarConnect has what it needs: a server that lacks something answers nobody, and while it is developed it
 * says what. One finding for each fault.
 *
 * @param answer To a request that somebody has to be authorised for.
 */
export function checkOptions(answer: Answer | NoAnswer): Finding[] {
  const code = codeOf(answer)
  if (answer.status === null || !isOurs(answer)) return [skipped('options', 'Needs a handler that answers.')]
  if (code !== 'not_configured') return [right('options', 'The server has what it needs.')]
  const faults = explainFaults(answer)
  if (faults.length > 0) return faults.map((fault) => wrong('options', fault))
  return [
    wrong('options', {
      what: 'The server is not fully configured.',
      ...UNNAMED_FAULT,
      docs: sectionOf(code),
    }),
  ]
}
