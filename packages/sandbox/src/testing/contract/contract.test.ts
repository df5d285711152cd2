import { afterAll, describe } from 'vitest'
import { createContractClient } from './contract-client.ts'
import { describeInvitations } from './describe-invitations.ts'
import { describeObjects } from './describe-objects.ts'
import { realTarget, sandboxTarget } from './targets.ts'

/** The same questions to each: what the sandbox answers is what Nectar answers. */
const targets = [sandboxTarget(), realTarget(process.env)].filter((target) => target !== null)

describe.each(targets)('$name', (target) => {
  const client = createContractClient(target)
  afterAll(() => client.cleanUp())
  describeObjects(target, client)
  describeInvitations(target, client)
})
