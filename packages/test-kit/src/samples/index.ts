import company from './company.json' with { type: 'json' }
import connectionCreated from './connection.created.json' with { type: 'json' }
import connectionUpdated from './connection.updated.json' with { type: 'json' }
import connectionValidatedNoCompany from './connection.validated.no-company.json' with { type: 'json' }
import connectionsPage from './connections-page.json' with { type: 'json' }
import invitation from './invitation.json' with { type: 'json' }

/** Payloads in the documented shape, for tests. */
export const samples = {
  company,
  connectionCreated,
  connectionUpdated,
  connectionValidatedNoCompany,
  connectionsPage,
  invitation,
}
