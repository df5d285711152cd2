import * as z from 'zod/mini'
import { SandboxError } from '../lib/errors.ts'
import { explain } from '../lib/read.ts'
import { SAVED_VERSION, type SavedSandbox, savedSandbox } from './saved-sandbox.ts'

const stamped = z.object({ format: z.literal('nectar-sandbox'), version: z.number() })

/** @throws SandboxError `bad_state`, saying whether it is foreign, of another version, or damaged, and where */
export function readSaved(value: unknown): SavedSandbox {
  const stamp = stamped.safeParse(value)
  if (!stamp.success) throw new SandboxError('bad_state', 'This is no state of a sandbox.')
  const { version } = stamp.data
  if (version !== SAVED_VERSION) {
    throw new SandboxError(
      'bad_state',
      `This state has version ${version}, and this sandbox reads ${SAVED_VERSION}. Use the sandbox that wrote it, or begin anew.`,
    )
  }
  const read = savedSandbox.safeParse(value)
  if (!read.success) throw damaged(explain(read.error.issues[0]))
  assertComplete(read.data)
  // A copy: the sandbox changes what it holds.
  return structuredClone(read.data)
}

/** Objects that belong to nobody would break the answers. */
function assertComplete({ companies, sites, connections, invitations, flows, checks }: SavedSandbox): void {
  const known = new Set([...companies, ...connections, ...invitations].map(({ id }) => id))
  const needed = [
    ...[...sites, ...connections, ...invitations].map(({ companyId }) => companyId),
    ...invitations.flatMap(({ connectionId }) => connectionId ?? []),
    ...flows.map(({ invitationId }) => invitationId),
    ...checks.map(({ connectionId }) => connectionId),
  ]
  const missing = needed.find((id) => !known.has(id))
  if (missing !== undefined) throw damaged(`something belongs to ${missing}, which is not in it.`)
}

function damaged(how: string): SandboxError {
  return new SandboxError('bad_state', `This state is damaged: ${how}`)
}
