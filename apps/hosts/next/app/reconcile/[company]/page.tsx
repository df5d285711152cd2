import { nectar } from '../../../nectar.ts'

/** For the tests: another of the places that Next.js loads the instance for. */
export default async function Page({ params }: { params: Promise<{ company: string }> }) {
  const { company } = await params
  const changes = await nectar.reconcile(company)
  return <p>{changes.length}</p>
}
