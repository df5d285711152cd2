import { nectarCompanies, nectarCompany } from '@nectar-connect/contract/nectar'
import { type CheckResult, fail, pass, skip } from './check-result.ts'
import type { DoctorContext } from './doctor-context.ts'
import { askNectar, explainRefusal } from './probe-nectar.ts'

/** How many companies are named. */
const NAMED = 3

/** That the company is visible to the key, and has sites to collect bills for. */
export async function checkCompany(
  { options, ask }: DoctorContext,
  goodKey: string | null,
): Promise<{ results: CheckResult[]; isVisible: boolean }> {
  const { companyId, apiOrigin } = options
  const stop = (result: CheckResult) => ({
    results: [result, skip('sites', 'Needs a company that the key can see.')],
    isVisible: false,
  })
  if (goodKey === null) return stop(skip('company', 'Needs a key that Nectar accepts.'))
  const visible = async () => {
    const answer = await askNectar(ask, options, goodKey, '/company')
    return answer.status === 200 ? (nectarCompanies.safeParse(answer.json).data ?? []) : null
  }
  if (companyId === null)
    return stop(skip('company', `Give --company <id>. ${describeVisible(await visible())}`))
  const answer = await askNectar(ask, options, goodKey, `/company/${companyId}`)
  const company = answer.status === 200 ? nectarCompany.safeParse(answer.json) : null
  if (!company?.success) {
    const isHidden = answer.status === 403 || answer.status === 404
    return stop(
      fail('company', {
        what: isHidden ? 'The key cannot see it.' : 'It could not be read.',
        why: explainRefusal(answer, apiOrigin).why,
        fix: isHidden
          ? `Return from "authorize" the id that ensureCompany() answered with this key. ${describeVisible(await visible())}`
          : explainRefusal(answer, apiOrigin).fix,
      }),
    )
  }
  const { name, sites } = company.data
  return {
    results: [pass('company', `"${name}" is visible to the key.`), checkSites(sites)],
    isVisible: true,
  }
}

function describeVisible(companies: readonly { id: string; name: string }[] | null): string {
  if (companies === null) return ''
  if (companies.length === 0) return 'The key sees no company at all.'
  const named = companies.slice(0, NAMED).map(({ id, name }) => `${name} (${id})`)
  const more = companies.length - named.length
  return `The key sees ${named.join(', ')}${more > 0 ? ` and ${more} more` : ''}.`
}

function checkSites(sites: readonly { dataCollectionStopDate: string | null }[]): CheckResult {
  const open = sites.filter(({ dataCollectionStopDate }) => dataCollectionStopDate === null).length
  if (open > 0) {
    const archived = sites.length - open
    return pass('sites', `${open} to collect for${archived > 0 ? `, ${archived} archived` : ''}.`)
  }
  return fail('sites', {
    what: sites.length === 0 ? 'The company has no site.' : 'All sites of the company are archived.',
    why: 'A customer chooses for which sites bills are collected. Without one there is nothing to choose.',
    fix: 'Make one: await nectar.sites.create(companyId, { name, externalId, address }), or in Nectar itself.',
  })
}
