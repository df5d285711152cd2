import { expect } from '@playwright/test'

export interface Snapshot {
  companies: { id: string; name: string }[]
  connections: {
    id: string
    status: string
    company: { id: string }
    datasource: { name: string } | null
  }[]
  invitations: {
    id: string
    status: string
    invitationType: string
    connectionId: string | null
    useCount: number
  }[]
}

/** Looks into the sandbox, and steers it, as its README describes. */
export function sandboxControl(origin: string) {
  async function call<T>(name: string, body?: unknown): Promise<T> {
    const response = await fetch(`${origin}/_sandbox/${name}`, {
      ...(body === undefined
        ? {}
        : { method: 'POST', headers: { 'content-type': 'application/json' }, body: JSON.stringify(body) }),
    })
    expect(response.ok, `${name}: ${response.status}`).toBe(true)
    return (response.status === 204 ? undefined : await response.json()) as T
  }
  return {
    snapshot: () => call<Snapshot>('snapshot'),
    stats: () => call<{ invitationsCreated: number }>('stats'),
    setCheckDelay: (delayMs: number) => call<unknown>('setCheckDelay', { delayMs }),
    setConnectionStatus: (connectionId: string, status: string) =>
      call<unknown>('setConnectionStatus', { connectionId, status }),
    advanceTime: (ms: number) => call<unknown>('advanceTime', { ms }),
    setClockSkew: (skew: { ms: number }) => call<unknown>('setClockSkew', skew),
    createInvitation: (id: string) => call<string>('createInvitation', { id, options: {} }),
    receiveMail: (subject: string) =>
      call<number>('mails', {
        from: 'hello@plumbline.example',
        to: 'sam@harrowlane.example',
        subject,
        text: subject,
      }),
    revokeInvitation: (invitationId: string) => call<unknown>('revokeInvitation', { invitationId }),
    fulfillInvitation: (invitationId: string) => call<unknown>('fulfillInvitation', { invitationId }),
    addFault: (fault: { kind: string; times?: number }) => call<unknown>('addFault', fault),
    clearFaults: () => call<unknown>('clearFaults', {}),
  }
}

export type SandboxControl = ReturnType<typeof sandboxControl>
