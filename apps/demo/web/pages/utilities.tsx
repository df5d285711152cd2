import { ConnectionList, InvitationList, NectarConnect } from '@nectar-connect/react'
import { CoverageCard } from '../coverage/coverage-card.tsx'
import { Link } from '../router/link.tsx'
import { useSignedIn } from '../session/signed-in.tsx'
import { useSites } from '../sites/use-sites.ts'
import { PageHeader } from '../ui/page-header.tsx'

export function UtilitiesPage() {
  const { session } = useSignedIn()
  const sites = useSites()
  const { other } = session.company.siteNoun
  const count = sites.data ? `${sites.data.sites.length} ${other}` : other
  return (
    <>
      <PageHeader
        title="Utilities"
        lead={`Bills for your ${count}, collected from the utilities’ own sites.`}
        actions={<NectarConnect presentation="button" />}
      />
      <CoverageCard />
      <ConnectionList
        title="Connections"
        renderConnectionName={({ id }, name) => <Link to={{ connectionId: id }}>{name}</Link>}
      />
      <InvitationList title="Links sent to colleagues" />
    </>
  )
}
