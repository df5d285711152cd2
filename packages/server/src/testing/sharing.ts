import {
  type RemindResponse,
  remindResponse,
  type ShareResponse,
  sharedInvitationsResponse,
  shareResponse,
} from '@nectar-connect/contract/wire'
import type { InvitationMail, NectarConnectOptions } from '../settings/options.ts'
import { createHarness, type Harness, outcomeOf } from './harness.ts'

export const DANA = 'dana@northpoint.example'
export const THEO = 'theo@northpoint.example'

export function ask(fields: Record<string, unknown> = {}) {
  return { kind: 'contributor', idempotencyKey: crypto.randomUUID(), to: DANA, ...fields }
}

/** A host that mails itself, and what it was given to mail. */
export function createMailing(options: Partial<NectarConnectOptions> = {}) {
  const mails: InvitationMail[] = []
  const harness = createHarness({
    sendInvitation: (mail) => {
      mails.push(mail)
    },
    ...options,
  })
  harness.session.current = { ...signedIn(harness), userName: 'Maya Lindqvist' }
  return { ...harness, mails }
}

export function signedIn({ session }: Harness) {
  if (session.current === null) throw new Error('Nobody is signed in.')
  return session.current
}

export async function send(harness: Harness, body: unknown): Promise<ShareResponse> {
  const response = await harness.post('/invitations/shared', body)
  if (!response.ok) throw new Error(await outcomeOf(response))
  return shareResponse(await response.json())
}

export async function list(harness: Harness, query = '') {
  const response = await harness.get(`/invitations/shared${query}`)
  if (!response.ok) throw new Error(await outcomeOf(response))
  return sharedInvitationsResponse(await response.json())
}

export async function remind(
  harness: Harness,
  id: string,
  body: Record<string, unknown> = {},
): Promise<RemindResponse> {
  const response = await harness.post(`/invitations/${id}/remind`, {
    idempotencyKey: crypto.randomUUID(),
    ...body,
  })
  if (!response.ok) throw new Error(await outcomeOf(response))
  return remindResponse(await response.json())
}

/** The bodies of the creations that reached Nectar. */
export function creations({ fake }: Harness) {
  return fake.requests
    .filter(({ method, path }) => method === 'POST' && /^\/invitation\/(company|connection)/.test(path))
    .map(({ body }) => body)
}

export function sentId({ invitation }: ShareResponse): string {
  return invitation.id
}
