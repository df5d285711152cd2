import {
  ConnectionCard,
  ConnectionList,
  InvitationList,
  NectarConnect,
  NectarConnectProvider,
} from '@nectar-connect/react'
import '@nectar-connect/react/styles.css'
import { translatePage } from '@nectar-connect/test-kit/translate-page'
import { QueryCache, QueryClient, QueryClientProvider, useQuery } from '@tanstack/react-query'
import { createRoot } from 'react-dom/client'
import { fromSearch } from './combination.ts'
import { HOST_MODALS } from './host-modal.tsx'
import { QUERY_DEFAULTS } from './query-defaults.ts'

declare global {
  interface Window {
    /** What the host's query cache was told went wrong. */
    queryErrors: string[]
  }
}

const { modal, queries, translator } = fromSearch(location.search)
const connectionId = document.querySelector<HTMLElement>('#root')?.dataset.connectionId
const HostModal = HOST_MODALS[modal]

window.queryErrors = []
const queryClient = new QueryClient({
  queryCache: new QueryCache({ onError: (error) => void window.queryErrors.push(String(error)) }),
  defaultOptions: QUERY_DEFAULTS[queries],
})

/** What the host shows besides: it has to be there from the first moment to the last. */
function Invoices() {
  const { data } = useQuery({
    queryKey: ['invoices'],
    queryFn: async () => 12,
    enabled: true,
    select: (count) => `${count} invoices`,
  })
  return <p data-testid="invoices">{data}</p>
}

createRoot(document.querySelector('#root') as HTMLElement).render(
  <QueryClientProvider client={queryClient}>
    <main>
      <h1>Billing</h1>
      <Invoices />
      <NectarConnectProvider
        queryClient={queryClient}
        app={{ name: 'Fernway', supportEmail: 'help@fernway.example' }}
      >
        <HostModal>
          <NectarConnect />
          <ConnectionList />
          <InvitationList />
          {connectionId && <ConnectionCard connectionId={connectionId} />}
        </HostModal>
      </NectarConnectProvider>
    </main>
  </QueryClientProvider>,
)
if (translator === 'on') translatePage()
