import { ConnectionList, NectarConnectProvider } from '@nectar-connect/react'
import '@nectar-connect/react/styles.css'
import { createRoot } from 'react-dom/client'

/** More providers on one page than a browser opens connections to a server. */
const TITLES = Array.from({ length: 8 }, (_, index) => `Building ${index + 1}`)

createRoot(document.querySelector('#root') as HTMLElement).render(
  <main>
    {TITLES.map((title) => (
      <NectarConnectProvider key={title}>
        <ConnectionList title={title} />
      </NectarConnectProvider>
    ))}
  </main>,
)
