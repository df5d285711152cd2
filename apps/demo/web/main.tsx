import './styles/layers.css'
import '@fontsource-variable/instrument-sans'
import '@nectar-connect/react/styles.css'
import './styles/index.css'
import { QueryClient, QueryClientProvider } from '@tanstack/react-query'
import { StrictMode } from 'react'
import { createRoot } from 'react-dom/client'
import { App } from './app.tsx'

const container = document.getElementById('root')
if (!container) throw new Error('index.html has no element with the id "root".')

const queries = new QueryClient({ defaultOptions: { queries: { retry: 1 } } })

createRoot(container).render(
  <StrictMode>
    <QueryClientProvider client={queries}>
      <App />
    </QueryClientProvider>
  </StrictMode>,
)
