import { ConnectionList, NectarConnect, NectarConnectProvider } from '@nectar-connect/react'
import '@nectar-connect/react/styles.css'
import { APPEARANCE } from './appearance.ts'

/** Where the page finds its handler, and how it signs in there; the server writes it into the document. */
export interface PageSettings {
  basePath: string
  /** Null: cookies. */
  token: string | null
}

/** A host's page, as it is rendered on the server and taken up in the browser. */
export function Page({ basePath, token }: PageSettings) {
  return (
    <NectarConnectProvider
      basePath={basePath}
      app={{ name: 'Fernway', supportEmail: 'help@fernway.example' }}
      appearance={APPEARANCE}
      {...(token !== null && { headers: () => ({ authorization: `Bearer ${token}` }) })}
    >
      <h1>Utilities</h1>
      <NectarConnect presentation="inline" appearance={APPEARANCE} />
      <ConnectionList />
    </NectarConnectProvider>
  )
}
