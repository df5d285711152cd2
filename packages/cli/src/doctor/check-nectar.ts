import {
  type NectarCompany,
  nectarCompanies,
  nectarCompany,
  nectarInvitation,
} from '@nectar-connect/contract/nectar'
import { trustedInvitationUrl } from '@nectar-connect/contract/wire'
import { type CheckContext, type Finding, fail, pass, skip } from './check.ts'
import { aheadMs, askNectar, explainRefusal, formatSpan } from './probe.ts'

/** A clock that is further off than this is set wrongly. Milliseconds. */
const MAX_OFF_MS = 60_000
/** How many companies are named. */
const NAMED = 3
/** The shortest life that Nectar takes, in seconds: should it not be revoked, it is over soon. */
const LIFE_S = 60

const ping = ({ options, ask }: CheckContext) => askNectar(ask, options, '/ping')

/** How far Nectar's clock is ahead of this machine's, in milliseconds; null when it is not known. */
export async function nectarAheadMs(context: CheckContext): Promise<number | null> {
  return context.options.apiKey === null ? null : aheadMs(await ping(context))
}

export async function checkKey(context: CheckContext<'apiKey'>): Promise<Finding> {
  const { apiKey, apiOrigin, apiVersion } = context.options
  if (/^(["'`]).*\1$/s.test(apiKey)) {
    return fail({
      what: 'NECTAR_API_KEY has quotes around it that are not part of it.',
      why: '"docker run --env-file" and some secret stores keep the quotes of a .env file.',
      fix: 'Take them away where it is set.',
    })
  }
  if (!/^[\x21-\x7e]+$/.test(apiKey)) {
    return fail({
      what: 'NECTAR_API_KEY holds characters that no key has.',
      why: 'Blanks, quotes of a word processor or a line break came along when it was copied.',
      fix: 'Copy it again from Settings > Organization > API Keys.',
    })
  }
  const answer = await ping(context)
  if (answer.status === 200 && !answer.headers.get('content-type')?.includes('html')) {
    const advice = apiVersion === 'v2.2' ? '' : `; v2.2 is recommended, ${apiVersion} is supported`
    return pass(`${new URL(apiOrigin).host} accepts it${advice}.`)
  }
  if (answer.status === 404) {
    return fail({
      what: 'Nectar does not accept it.',
      why: `There is no /ping at ${apiOrigin}: that is not Nectar's API.`,
      fix: 'Leave --api-origin out for the real one, or correct it.',
    })
  }
  const what = answer.status === 0 ? 'Nectar cannot be reached.' : 'Nectar does not accept it.'
  return fail({ what, ...explainRefusal(answer, apiOrigin) })
}

export async function checkClock(context: CheckContext<'apiKey'>): Promise<Finding> {
  const offMs = await nectarAheadMs(context)
  if (offMs === null) return skip('Needs an answer of Nectar that says what time it is.')
  if (Math.abs(offMs) <= MAX_OFF_MS) return pass('This machine and Nectar agree on the time.')
  return fail({
    what: `This machine is ${formatSpan(offMs)} ${offMs > 0 ? 'behind' : 'ahead of'} Nectar.`,
    why: 'Signatures of webhooks are refused when the time in them is more than 5 minutes off.',
    fix: 'Let the machine set its clock from a time server (NTP). Remaining life of invitations is counted on Nectar’s clock and does not suffer.',
  })
}

/** That the company is visible to the key, and has sites to collect bills for. */
export async function checkCompany(context: CheckContext<'apiKey'>): Promise<Finding> {
  const { ask, options } = context
  const { companyId, apiOrigin } = options
  if (companyId === null) return skip(`Give --company <id>. ${await describeVisible(context)}`)
  const answer = await askNectar(ask, options, `/company/${companyId}`)
  const company = answer.status === 200 ? nectarCompany.safeParse(answer.json).data : undefined
  if (company) return checkSites(company, options.isSandbox)
  const { why, fix } = explainRefusal(answer, apiOrigin)
  if (answer.status !== 403 && answer.status !== 404) {
    return fail({ what: 'It could not be read.', why, fix })
  }
  return fail({
    what: 'The key cannot see it.',
    why,
    fix: `Return from "authorize" the id that ensureCompany() answered with this key. ${await describeVisible(context)}`,
  })
}

async function describeVisible({ ask, options }: CheckContext): Promise<string> {
  const answer = await askNectar(ask, options, '/company')
  if (answer.status !== 200) return ''
  const companies = nectarCompanies.safeParse(answer.json).data ?? []
  if (companies.length === 0) return 'The key sees no company at all.'
  const named = companies.slice(0, NAMED).map(({ id, name }) => `${name} (${id})`)
  const more = companies.length - named.length
  return `The key sees ${named.join(', ')}${more > 0 ? ` and ${more} more` : ''}.`
}

function checkSites({ name, sites }: NectarCompany, isSandbox: boolean): Finding {
  const open = sites.filter(({ dataCollectionStopDate }) => dataCollectionStopDate === null).length
  if (open > 0) {
    const archived = sites.length - open
    const count = `${open} ${open === 1 ? 'site' : 'sites'} to collect for${archived > 0 ? `, ${archived} archived` : ''}`
    return pass(`"${name}" is visible to the key, with ${count}.`)
  }
  if (isSandbox) {
    return pass(`"${name}" is visible to the key. It has no open site, which only the sandbox does not mind.`)
  }
  return fail({
    what: sites.length === 0 ? `"${name}" has no site.` : `All sites of "${name}" are archived.`,
    why: 'A customer chooses for which sites bills are collected. Without one there is nothing to choose.',
    fix: 'Make one: await nectar.sites.create(companyId, { name, externalId, address }), or in Nectar itself.',
  })
}

/** Makes an invitation that nobody gets to see, looks where it lives, and revokes it. */
export async function checkInvitation({
  ask,
  options,
}: CheckContext<'apiKey' | 'companyId'>): Promise<Finding> {
  const { companyId, hostedOrigin, apiOrigin } = options
  const answer = await askNectar(ask, options, `/invitation/company/${companyId}`, {
    method: 'POST',
    body: { expiresInSeconds: LIFE_S, maxUses: 1 },
  })
  const made = answer.status < 400 ? nectarInvitation.safeParse(answer.json).data : undefined
  if (!made) return fail({ what: 'None could be made.', ...explainRefusal(answer, apiOrigin) })
  const { id, invitationUrl } = made
  // Whatever is found out about it: it is revoked first.
  const revoked = await askNectar(ask, options, `/invitation/${id}/revoke`, { method: 'POST' })
  if (revoked.status === 0 || revoked.status >= 400) {
    return fail({
      what: `${id} was made, and could not be revoked.`,
      why: explainRefusal(revoked, apiOrigin).why,
      fix: `Nobody has its link, and it runs out within ${LIFE_S} s. Try to revoke one in Nectar by hand.`,
    })
  }
  if (trustedInvitationUrl(invitationUrl, hostedOrigin) !== null) return pass('Made and revoked again.')
  const origin =
    invitationUrl !== null && URL.canParse(invitationUrl)
      ? new URL(invitationUrl).origin
      : 'no address at all'
  return fail({
    what: `It does not live on ${hostedOrigin} under /p/i/.`,
    why: `The handler shows pages of that origin only, since customers type passwords there. It lives on ${origin}.`,
    fix: 'If that is where Nectar’s page is to live, set nectar.hostedOrigin in createNectarConnect(), and --hosted-origin here.',
  })
}
