import { NectarConnect, useConnections } from '@nectar-connect/react'
import { groupByRegion } from '../coverage/group-by-region.ts'
import { toStreamLink } from '../coverage/to-stream-link.ts'
import { Link } from '../router/link.tsx'
import { useSignedIn } from '../session/signed-in.tsx'
import { useSites } from '../sites/use-sites.ts'
import { PageHeader } from '../ui/page-header.tsx'
import { type Step, Steps } from './steps.tsx'

/** The first day: the embed stands in the page, as one of the steps. */
export function SetUp() {
  const { session } = useSignedIn()
  const sites = useSites()
  const connections = useConnections()
  const states = connections.status === 'success' ? connections.connections.map(toStreamLink) : []
  const linked = states.filter(({ state }) => state !== 'needs-you').length
  const { company, user } = session
  const where = sites.data
    ? describeSites(sites.data.sites.length, groupByRegion(sites.data.sites).length)
    : ''

  function describeSites(siteCount: number, regionCount: number): string {
    const noun = siteCount === 1 ? company.siteNoun.one : company.siteNoun.other
    return `${siteCount} ${noun} in ${regionCount} ${regionCount === 1 ? 'state' : 'states'}`
  }

  const steps: Step[] = [
    { title: 'Company', text: `${company.name}, fiscal year from ${company.fiscalYearFrom}`, state: 'done' },
    { title: 'Sites', text: where, state: 'done' },
    linked === 0
      ? {
          title: 'Utilities',
          text:
            states.length === 0
              ? 'Link at least one, so that bills come in'
              : 'Sign in again, so that bills come in',
          state: 'current',
          time: 'about 5 min',
        }
      : { title: 'Utilities', text: `${linked} added. More can follow at any time`, state: 'done' },
    {
      title: 'First figures',
      text: 'Check last year’s numbers',
      state: linked === 0 ? 'later' : 'current',
      time: 'when bills are in',
    },
  ]

  return (
    <>
      <PageHeader
        title={`Welcome, ${user.name.split(' ')[0]}`}
        lead="Four steps to your first report. You can leave and come back at any time."
      />
      <div className="set-up">
        <Steps steps={steps} />
        <section className="set-up__step" aria-labelledby="set-up-step">
          <h2 id="set-up-step">Link your utilities</h2>
          <p>
            For a cold store, electricity is nearly everything. Start with the company that sends the largest
            bill.
          </p>
          <NectarConnect
            presentation="inline"
            prefill={{
              country: 'US',
              siteIds: sites.data?.sites.map(({ id }) => id),
              utilityTypes: ['ELECTRICITY'],
            }}
          />
          <div className="set-up__foot">
            <span>
              {linked === 0
                ? 'No login at hand? Nothing is lost by doing this later.'
                : 'That is all for today.'}
            </span>
            <Link to={linked === 0 ? 'overview' : 'utilities'} className="button button--small">
              {linked === 0 ? 'Skip for now' : 'See your utilities'}
            </Link>
          </div>
        </section>
      </div>
    </>
  )
}
