import { nectarInvitation } from '@nectar-connect/contract/nectar'
import { trustedInvitationUrl } from '@nectar-connect/contract/wire'
import { type CheckResult, fail, pass, skip } from './check-result.ts'
import type { DoctorContext } from './doctor-context.ts'
import { askNectar, explainRefusal } from './probe-nectar.ts'

/** The shortest life that Nectar takes, in seconds: should it not be revoked, it is over soon. */
const LIFE_S = 60

/** Makes an invitation that nobody gets to see, looks where it lives, and revokes it. */
export async function checkInvitation(
  { options, ask }: DoctorContext,
  goodKey: string | null,
  isVisible: boolean,
): Promise<CheckResult> {
  const { companyId, hostedOrigin, apiOrigin } = options
  if (!options.testsInvitation) return skip('test-invitation', 'Leave --no-test-invitation out.')
  if (goodKey === null || companyId === null || !isVisible) {
    return skip('test-invitation', 'Needs --company with a company that the key can see.')
  }
  const answer = await askNectar(ask, options, goodKey, `/invitation/company/${companyId}`, {
    method: 'POST',
    body: { expiresInSeconds: LIFE_S, maxUses: 1 },
  })
  const made = nectarInvitation.safeParse(answer.status === null ? undefined : answer.json)
  if (answer.status === null || answer.status >= 400 || !made.success) {
    const { why, fix } = explainRefusal(answer, apiOrigin)
    return fail('test-invitation', { what: 'None could be made.', why, fix })
  }
  const { id, invitationUrl } = made.data
  // Whatever is found out about it: it is revoked first.
  const revoked = await askNectar(ask, options, goodKey, `/invitation/${id}/revoke`, { method: 'POST' })
  if (revoked.status === null || revoked.status >= 400) {
    return fail('test-invitation', {
      what: `${id} was made, and could not be revoked.`,
      why: explainRefusal(revoked, apiOrigin).why,
      fix: `Nobody has its link, and it runs out within ${LIFE_S} s. Try to revoke one in Nectar by hand.`,
    })
  }
  if (trustedInvitationUrl(invitationUrl, hostedOrigin) === null) {
    return fail('test-invitation', {
      what: `It does not live on ${hostedOrigin} under /p/i/.`,
      why: `The handler shows pages of that origin only, since customers type passwords there. It lives on ${originOf(invitationUrl)}.`,
      fix: 'If that is where Nectar’s page is to live, set nectar.hostedOrigin in createNectarConnect(), and --hosted-origin here.',
    })
  }
  return pass('test-invitation', 'Made and revoked again.')
}

function originOf(url: string | null): string {
  return url !== null && URL.canParse(url) ? new URL(url).origin : 'no address at all'
}
