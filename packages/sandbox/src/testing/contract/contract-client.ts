import {
  type NectarInvitation,
  nectarCompanies,
  nectarInvitation,
  nectarInvitationPage,
} from '@nectar-connect/contract/nectar'
import type { ContractTarget } from './targets.ts'

export interface ContractAnswer {
  status: number
  body: unknown
}

/** Calls one target, and knows what has to be revoked in the end. */
export function createContractClient(target: ContractTarget) {
  const made = new Set<string>()

  async function call(
    method: 'GET' | 'POST',
    path: string,
    body?: unknown,
    headers: Record<string, string> = { 'X-API-Key': target.apiKey },
  ): Promise<ContractAnswer> {
    const versioned = /^\/v2(\.\d)?\//.test(path) ? path : `/v2.2${path}`
    const response = await target.fetch(
      new Request(`${target.apiOrigin}${versioned}`, {
        method,
        headers: { ...headers, ...(body === undefined ? {} : { 'content-type': 'application/json' }) },
        ...(body === undefined ? {} : { body: JSON.stringify(body) }),
      }),
    )
    return { status: response.status, body: await response.json().catch(() => null) }
  }

  async function read(path: string): Promise<unknown> {
    const { status, body } = await call('GET', path)
    if (status !== 200) throw new Error(`GET ${path} answered ${status}.`)
    return body
  }

  async function companyId(): Promise<string> {
    if (target.companyId !== null) return target.companyId
    const [first] = nectarCompanies.parse(await read('/company'))
    if (first === undefined)
      throw new Error('The key sees no company. Make one, or set NECTAR_CONTRACT_COMPANY.')
    return first.id
  }

  return {
    call,
    read,
    companyId,
    /** Makes an invitation and answers it as it came. */
    async invite(path: string, body: unknown): Promise<{ raw: unknown; invitation: NectarInvitation }> {
      const answer = await call('POST', path, body)
      if (answer.status !== 200 && answer.status !== 201)
        throw new Error(`POST ${path} answered ${answer.status}.`)
      const invitation = nectarInvitation.parse(answer.body)
      made.add(invitation.id)
      return { raw: answer.body, invitation }
    },
    /** Every invitation of a company: page after page until `hasNext` is false. */
    async listInvitations(company: string): Promise<NectarInvitation[]> {
      const found: NectarInvitation[] = []
      for (let page = 1; ; page += 1) {
        const { invitations, hasNext } = nectarInvitationPage.parse(
          await read(`/invitation/company/${company}?page=${page}`),
        )
        found.push(...invitations)
        if (!hasNext) return found
      }
    },
    /** Revokes what is still active of everything that was made here. */
    async cleanUp(): Promise<void> {
      for (const id of made) {
        const { status } = nectarInvitation.parse(await read(`/invitation/${id}`))
        if (status === 'ACTIVE') await call('POST', `/invitation/${id}/revoke`)
      }
      made.clear()
    },
  }
}
