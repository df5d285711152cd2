import type { ConnectError } from '@nectar-connect/client'
import { DeveloperNotes } from './developer-notes.tsx'

/** Bundlers put a text in its place, and leave out what a production bundle never runs; some pages have no bundler. */
declare const process: { env: { NODE_ENV?: string } }

/** What the host's set-up has to do with a failure, for whoever builds the host. In a production bundle it is nothing. */
export function ForDevelopers({ error }: { error: ConnectError }) {
  const Notes = pickNotes()
  return Notes && <Notes error={error} />
}

function pickNotes(): typeof DeveloperNotes | null {
  try {
    if (process.env.NODE_ENV !== 'production') return DeveloperNotes
  } catch {
    // No bundler and no Node: nothing says that this is a developer's page.
  }
  return null
}
