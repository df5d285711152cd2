import type { CompanyCard, SessionAnswer } from '../wire/host-api.ts'
import { COMPANIES } from './fixtures/companies.ts'
import type { Session } from './session-store.ts'

/** What the pages are told about the session, and the companies that the sign-in page offers. */
export function sessionAnswer(session: Session | null): SessionAnswer {
  const companies = Object.values(COMPANIES).map(
    ({ slug, name, monogram, summary }): CompanyCard => ({ slug, name, monogram, summary }),
  )
  if (!session) return { session: null, companies }
  const { slug, name, monogram, stage, siteNoun, fiscalYearFrom, people } = COMPANIES[session.company]
  const person = people[session.role]
  return {
    session: {
      company: { slug, name, monogram, stage, siteNoun, fiscalYearFrom },
      user: { name: person.name, title: person.title, initials: initials(person.name) },
      role: session.role,
    },
    companies,
  }
}

function initials(name: string): string {
  return name
    .split(' ')
    .map((word) => word.slice(0, 1))
    .join('')
}
