import { QueryClient, QueryClientProvider } from '@tanstack/react-query'
import { type ReactNode, useState } from 'react'
import {
  type AppInfo,
  NectarConnectProvider,
  type NectarConnectProviderProps,
} from '../context/nectar-connect-provider.tsx'
import { createFakeBackend } from './fake-backend.ts'

export const HOST: AppInfo = {
  name: 'Plumbline',
  supportEmail: 'help@plumbline.example',
  termsUrl: 'https://plumbline.example/terms',
  privacyUrl: 'https://plumbline.example/privacy',
}

interface WithBackendProps extends Omit<NectarConnectProviderProps, 'fetch' | 'children'> {
  backend?: { fetch: typeof fetch }
  children: ReactNode
}

/** A provider whose requests end at a fake backend, and a query client of its own. */
export function WithBackend({ backend, children, ...props }: WithBackendProps) {
  const [fallback] = useState(() => createFakeBackend())
  const [queryClient] = useState(() => new QueryClient())
  return (
    <QueryClientProvider client={queryClient}>
      <NectarConnectProvider
        app={HOST}
        queryClient={queryClient}
        {...props}
        fetch={(backend ?? fallback).fetch}
      >
        {children}
      </NectarConnectProvider>
    </QueryClientProvider>
  )
}
