import { Link } from '../router/link.tsx'
import { PageHeader } from '../ui/page-header.tsx'

export function NotFound() {
  return (
    <>
      <PageHeader
        title="There is no such page"
        lead="It may have been moved, or belong to another company."
      />
      <p>
        <Link to="overview" className="text-link">
          Go to the overview
        </Link>
      </p>
    </>
  )
}
