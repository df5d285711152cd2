import { docsUrl } from '@nectar-connect/contract/wire'
import { type CheckContext, type Finding, HOW_TO_GIVE, type OptionName, skip } from './check.ts'
import { checkHandler, checkOptions, checkSignedIn, checkSignedOut } from './check-handler.ts'
import { checkClock, checkCompany, checkInvitation, checkKey } from './check-nectar.ts'
import { checkCalls, checkFrame, checkPage, checkSecrets } from './check-page.ts'
import { checkStream } from './check-stream.ts'
import { checkRightSignature, checkWrongSignature } from './check-webhooks.ts'

/** A check. Each has a section in docs/doctor.md, by its title. */
interface Check {
  id: string
  title: string
  /** Options that have to be given, and checks that have to pass: the first that is missing is why it is skipped. */
  needs: readonly string[]
  run(context: CheckContext): Promise<Finding | Finding[]>
}

/** Every check of `doctor`, by place, in an order in which each comes after those that it needs. */
export const CHECKS: Readonly<Record<string, readonly Check[]>> = {
  Nectar: [
    { id: 'key', title: 'Key', needs: ['apiKey'], run: checkKey },
    { id: 'clock', title: 'Clock', needs: ['apiKey'], run: checkClock },
    { id: 'company', title: 'Company', needs: ['apiKey', 'key'], run: checkCompany },
    {
      id: 'test-invitation',
      title: 'Test invitation',
      needs: ['apiKey', 'key', 'testsInvitation', 'companyId', 'company'],
      run: checkInvitation,
    },
  ],
  'Your server': [
    { id: 'handler', title: 'Handler', needs: ['handlerUrl'], run: checkHandler },
    { id: 'options', title: 'Options', needs: ['handler'], run: checkOptions },
    { id: 'signed-out', title: 'Signed out', needs: ['options'], run: checkSignedOut },
    { id: 'signed-in', title: 'Signed in', needs: ['options', 'headers'], run: checkSignedIn },
    { id: 'stream', title: 'Stream', needs: ['signed-in'], run: checkStream },
    { id: 'wrong-signature', title: 'Wrong signature', needs: ['options'], run: checkWrongSignature },
    {
      id: 'right-signature',
      title: 'Right signature',
      needs: ['options', 'webhookSecret'],
      run: checkRightSignature,
    },
  ],
  'Your page': [
    { id: 'page', title: 'Page', needs: ['pageUrl'], run: checkPage },
    { id: 'frame', title: 'Frame', needs: ['page'], run: checkFrame },
    { id: 'calls', title: 'Calls', needs: ['page'], run: checkCalls },
    { id: 'secrets', title: 'Secrets', needs: ['page'], run: checkSecrets },
  ],
}

export type CheckResult = { check: string } & Finding

/** Runs all checks that have what they need, one after the other. */
export async function runChecks(context: CheckContext): Promise<CheckResult[]> {
  const results: CheckResult[] = []
  for (const { id, needs, run } of Object.values(CHECKS).flat()) {
    const reason = needs.map((need) => whyMissing(need, context, results)).find((why) => why !== null)
    const found = reason === undefined ? await run(context) : skip(reason)
    for (const finding of [found].flat()) {
      const docs = finding.state === 'fail' ? { docs: finding.docs ?? docsUrl('doctor', id) } : {}
      results.push({ check: id, ...finding, ...docs })
    }
  }
  return results
}

/** Why there is not what is needed; null: it is there. What a skipped check lacked is lacked by those that need it. */
function whyMissing(need: string, { options }: CheckContext, results: readonly CheckResult[]): string | null {
  if (isOption(need)) {
    const value = options[need]
    const isGiven = Array.isArray(value) ? value.length > 0 : Boolean(value)
    return isGiven ? null : HOW_TO_GIVE[need]
  }
  const lacking = results.find(({ check, state }) => check === need && state !== 'pass')
  if (lacking === undefined) return null
  return lacking.state === 'skip' ? lacking.what : `Needs the check "${need}" to pass.`
}

function isOption(need: string): need is OptionName {
  return Object.hasOwn(HOW_TO_GIVE, need)
}
